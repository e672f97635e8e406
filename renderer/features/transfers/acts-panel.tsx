import { useTranslation } from 'react-i18next';
import type { TransferAct } from '../../../shared/domain/transfer/transfer-act.ts';
import type { TransferView } from '../../../shared/ipc/views/transfer-view.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { useDesk } from '../../app/desk-store.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { Badge } from '../../ui/badge.tsx';
import { Panel } from '../../ui/panel.tsx';

/** Who did what about the transfer and when, and whether the server has it. */
export function ActsPanel({ view }: { view: TransferView }) {
  const { t } = useTranslation('transfers');
  const { acts } = view.transfer;
  if (acts.length === 0) return null;
  return (
    <Panel
      title={t('acts.title')}
      aside={
        view.unsentActs > 0 ? (
          <Badge tone="info" icon="upload">
            {t('acts.unsent', { count: view.unsentActs })}
          </Badge>
        ) : (
          <Badge tone="good" icon="check-circle">
            {t('acts.allSent')}
          </Badge>
        )
      }
    >
      <ol className="transfer-acts">
        {acts.toReversed().map((act) => (
          <Act key={act.id} act={act} />
        ))}
      </ol>
    </Panel>
  );
}

function Act({ act: { act, at, officerId } }: { act: TransferAct }) {
  const { t } = useTranslation('transfers');
  const say = useBilingual();
  const known = useDesk((desk) => desk.master?.officers.find((officer) => officer.id === officerId));
  const who = known ? say(known.name) : officerId;
  return (
    <li>
      <span className="muted">{formatInstant(at)}</span>
      <div>
        {act.kind === 'acknowledge' ? (
          <>
            <p>{t('acts.acknowledged', { who, count: act.lines.length })}</p>
            <p className="transfer-note">{act.reason}</p>
          </>
        ) : (
          <>
            <p>{t('acts.followUp', { who, what: t(`followUps.${act.followUp}.title`) })}</p>
            {act.note !== '' && <p className="transfer-note">{act.note}</p>}
          </>
        )}
      </div>
    </li>
  );
}
