import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../../shared/domain/decision.ts';
import type { Bilingual, Instant } from '../../../shared/domain/values.ts';
import type { ConflictView } from '../../../shared/ipc/views/conflict.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { useDesk } from '../../app/desk-store.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { Badge } from '../../ui/badge.tsx';
import { FactList, Panel } from '../../ui/panel.tsx';

interface Decided {
  outcome: Outcome;
  officerName: Bilingual | null;
  recordedAt: Instant;
  reasonCodes: readonly string[];
  remarks: string;
}

const outcomeTone = { approve: 'good', reject: 'bad', return: 'warn', hold: 'warn' } as const;

/** What this desk decided. */
export function MinePanel({ conflict }: { conflict: ConflictView }) {
  const { t } = useTranslation('conflict');
  const nameOf = useBilingual();
  const me = useDesk((desk) => desk.app?.signedIn?.officer.name);
  const { mine } = conflict;
  const { officerName } = mine;
  const isOwn = officerName === null || (me !== undefined && nameOf(me) === nameOf(officerName));
  const orderNo =
    mine.orderNo === null ? [] : [fact('orderNo', t('orderNo'), t('orderVoid', { orderNo: mine.orderNo }))];
  return (
    <Panel
      title={isOwn ? t('mine') : t('mineOf', { officer: nameOf(officerName) })}
      aside={<OutcomeBadge outcome={mine.outcome} />}
    >
      <DecidedFacts decided={mine} more={orderNo} />
    </Panel>
  );
}

/** What came first: another desk's decision, or what the administration did. */
export function OtherPanel({ conflict }: { conflict: ConflictView }) {
  const { t } = useTranslation(['conflict', 'queue']);
  const { standing, present, reason } = conflict;
  if (standing !== null) {
    const accepted = fact('acceptedAt', t('acceptedAt'), formatInstant(standing.acceptedAt));
    return (
      <Panel title={t('theirs')} aside={<OutcomeBadge outcome={standing.outcome} />}>
        <DecidedFacts decided={standing} more={[accepted]} />
      </Panel>
    );
  }
  return (
    <Panel
      title={t('server')}
      aside={present && <Badge tone="neutral">{t(`queue:status.${present.status}`)}</Badge>}
    >
      <p>{t(`noOther.${reason}`)}</p>
    </Panel>
  );
}

function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('common');
  return <Badge tone={outcomeTone[outcome]}>{t(`outcomeDone.${outcome}`)}</Badge>;
}

interface Fact {
  id: string;
  name: string;
  value: string;
}

function fact(id: string, name: string, value: string): Fact {
  return { id, name, value };
}

function DecidedFacts({ decided, more }: { decided: Decided; more: readonly Fact[] }) {
  const { t } = useTranslation('conflict');
  const nameOf = useBilingual();
  const reasonCodes = useDesk((desk) => desk.master?.reasonCodes) ?? [];
  const reasons = decided.reasonCodes.map((code) => {
    const known = reasonCodes.find((each) => each.code === code);
    return known ? nameOf(known.text) : code;
  });
  const officer = decided.officerName === null ? t('unknownOfficer') : nameOf(decided.officerName);
  return (
    <FactList
      facts={[
        fact('officer', t('officer'), officer),
        fact('recordedAt', t('recordedAt'), formatInstant(decided.recordedAt)),
        ...more,
        fact('reasons', t('reasons'), reasons.join('; ') || t('none')),
        fact('remarks', t('remarks'), decided.remarks.trim() || t('none')),
      ]}
    />
  );
}
