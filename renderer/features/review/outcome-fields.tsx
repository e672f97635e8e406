import { useTranslation } from 'react-i18next';
import type { Draft } from '../../../shared/domain/decision.ts';
import { containsAadhaarNumber } from '../../../shared/domain/aadhaar-number.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { CheckboxGroup } from '../../ui/checkbox.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { maxOverride, reasonsFor, withOverride, type FormContext } from './decision-form.ts';
import { withResult } from './rule-order.ts';

interface Props {
  draft: Draft;
  context: FormContext;
  onChange: (draft: Draft) => void;
}

/** What the chosen decision needs besides remarks: coded reasons, or a reason for each rule that is set aside. */
export function OutcomeFields({ draft, context, onChange }: Props) {
  switch (draft.outcome) {
    case null:
      return null;
    case 'approve':
      return <Overrides draft={draft} context={context} onChange={onChange} />;
    case 'reject':
    case 'return':
    case 'hold':
      return <Reasons outcome={draft.outcome} draft={draft} context={context} onChange={onChange} />;
  }
}

function Reasons({ outcome, draft, context, onChange }: Props & { outcome: 'reject' | 'return' | 'hold' }) {
  const { t } = useTranslation('review');
  const nameOf = useBilingual();
  const reasons = reasonsFor(outcome, context.reasonCodes);
  if (reasons.length === 0) return <p className="review-fact-note">{t('decide.noReasons')}</p>;
  const codes = reasons.map((reason) => reason.code);
  return (
    <CheckboxGroup
      label={t(`decide.reasons.${outcome}`)}
      options={reasons.map(({ code, text }) => ({ id: code, label: nameOf(text) }))}
      value={draft.reasonCodes.filter((code) => codes.includes(code))}
      onChange={(chosen) => {
        const others = draft.reasonCodes.filter((code) => !codes.includes(code));
        onChange({ ...draft, reasonCodes: [...others, ...chosen] });
      }}
    />
  );
}

function Overrides({ draft, context, onChange }: Props) {
  const { t } = useTranslation(['review', 'rules']);
  const failing = withResult(context.rules, 'fail');
  if (failing.length === 0) return null;
  return (
    <fieldset className="review-overrides">
      <legend>{t('decide.overrides')}</legend>
      <p className="review-small muted">{t('decide.overridesSaid')}</p>
      {failing.map((rule) => {
        const reason = draft.overrides.find((override) => override.ruleId === rule.id)?.reason ?? '';
        return (
          <TextField
            key={rule.id}
            label={t('decide.override', { rule: t(`rules:${rule.id}.title`) })}
            isRequired
            value={reason}
            error={textError(reason, maxOverride, t('aadhaar'), t('tooLong', { most: maxOverride }))}
            onChange={(typed) => {
              onChange(withOverride(draft, rule.id, typed));
            }}
          />
        );
      })}
    </fieldset>
  );
}

/** Said at once while it is typed; an Aadhaar number is never kept, not even in a draft. */
export function textError(text: string, most: number, aadhaar: string, tooLong: string): string | null {
  if (containsAadhaarNumber(text)) return aadhaar;
  return text.length > most ? tooLong : null;
}
