import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { useBilingual, useLanguage } from '../../app/i18n/use-language.ts';
import { AlertDialog } from '../../ui/dialog.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { useLspName } from '../../app/use-lsp-name.ts';
import { useReasonText } from './decision-panel.tsx';
import type { DecisionFields } from './decision-form.ts';
import { DecideProblem } from './decide-problem.tsx';
import { FactGroup, type Fact } from './fact-group.tsx';
import { markWords } from './mark-words.ts';
import { withResult } from './rule-order.ts';
import { ruleSentence } from '../../../shared/text/rule-sentence.ts';

interface Props {
  detail: RequestDetail;
  fields: DecisionFields;
  isRecording: boolean;
  problem: DeskError | null;
  onCancel: () => void;
  onRecord: () => void;
}

const tones = { approve: 'good', reject: 'danger', return: 'primary', hold: 'primary' } as const;

/** Says in full what will be recorded and signed, before it is. */
export function ConfirmDecision({ detail, fields, isRecording, problem, onCancel, onRecord }: Props) {
  const { t } = useTranslation('review');
  const unknown = fields.outcome === 'approve' ? withResult(detail.rules, 'unknown') : [];
  const [isAcknowledged, setIsAcknowledged] = useState(false);
  const facts = useDecisionFacts(detail, fields);

  return (
    <AlertDialog
      isOpen
      width="medium"
      title={t(`confirm.${fields.outcome}`)}
      tone={tones[fields.outcome]}
      confirmLabel={isRecording ? t('confirm.recording') : t('confirm.record')}
      cancelLabel={t('confirm.cancel')}
      isPending={isRecording}
      isConfirmDisabled={unknown.length > 0 && !isAcknowledged}
      onCancel={onCancel}
      onConfirm={onRecord}
    >
      <div className="review-confirm">
        {problem && <DecideProblem problem={problem} />}
        <FactGroup title={t('confirm.recorded')} facts={facts} />
        {unknown.length > 0 && (
          <UnknownRules rules={unknown}>
            <Checkbox autoFocus isSelected={isAcknowledged} onChange={setIsAcknowledged}>
              {t('confirm.acknowledge')}
            </Checkbox>
          </UnknownRules>
        )}
        {fields.overrides.length > 0 && <p className="review-fact-note">{t('confirm.overridesSaid')}</p>}
        <p className="review-small muted">
          {(fields.outcome === 'return' || fields.outcome === 'hold') && `${t('confirm.pauses')} `}
          {t('confirm.grace')}
        </p>
      </div>
    </AlertDialog>
  );
}

function UnknownRules({ rules, children }: { rules: RequestDetail['rules']; children: React.ReactNode }) {
  const { t } = useTranslation(['review', 'rules']);
  const language = useLanguage();
  return (
    <div className="review-unknown">
      <h4>{t('confirm.unknown')}</h4>
      <ul>
        {rules.map((rule) => (
          <li key={rule.id}>
            <strong>{t(`rules:${rule.id}.title`)}</strong>: {ruleSentence(rule, language)}
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}

function useDecisionFacts(detail: RequestDetail, fields: DecisionFields): Fact[] {
  const { t } = useTranslation(['review', 'rules', 'viewer']);
  const nameOf = useBilingual();
  const lspName = useLspName();
  const reasonText = useReasonText();
  const { request } = detail;
  const documents = fields.checklist.filter(({ mark }) => mark !== 'not-needed');
  const facts: Fact[] = [
    {
      name: t('confirm.request'),
      value: `${request.requestNo} · ${request.kioskCode} · ${nameOf(request.centreName)}`,
      isWide: true,
    },
    {
      name: t('confirm.migration'),
      value: `${lspName(request.currentLspId)} → ${lspName(request.targetLspId)}`,
      isWide: true,
    },
  ];
  if (fields.outcome !== 'approve') {
    facts.push({
      name: t('confirm.reasons'),
      value: <Lines lines={fields.reasonCodes.map(reasonText)} />,
      isWide: true,
    });
  }
  if (fields.overrides.length > 0) {
    const lines = fields.overrides.map(({ ruleId, reason }) => `${t(`rules:${ruleId}.title`)}: ${reason}`);
    facts.push({ name: t('confirm.overrides'), value: <Lines lines={lines} />, isWide: true });
  }
  const checked = documents.map(
    ({ kind, mark }) => `${t(`viewer:kinds.${kind}`)}: ${markWords({ kind, mark }, t)}`,
  );
  facts.push(
    {
      name: t('confirm.documents'),
      value: checked.length > 0 ? <Lines lines={checked} /> : t('confirm.documentsNone'),
      isWide: true,
    },
    {
      name: t('confirm.remarks'),
      value: <span className="review-remarks-text">{fields.remarks || t('confirm.none')}</span>,
      isWide: true,
    },
  );
  return facts;
}

function Lines({ lines }: { lines: readonly string[] }) {
  const { t } = useTranslation('review');
  if (lines.length === 0) return t('confirm.none');
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
