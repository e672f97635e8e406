import { useTranslation } from 'react-i18next';
import { containsAadhaarNumber } from '../../../shared/domain/aadhaar-number.ts';
import { TextField } from '../../ui/text-field.tsx';
import { mostNote } from './note-field.tsx';

/** A reason that the audit can keep. */
export function isGoodReason(reason: string): boolean {
  const { length } = reason.trim();
  return length > 0 && length <= mostNote && !containsAadhaarNumber(reason);
}

/** Why something is looked at that is otherwise hidden. */
export function ReasonField({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  const { t } = useTranslation(['documents', 'review']);
  const error = containsAadhaarNumber(value)
    ? t('review:aadhaar')
    : value.length > mostNote
      ? t('review:tooLong', { most: mostNote })
      : null;
  return (
    <TextField
      label={t('reason.label')}
      description={t('reason.audited')}
      isRequired
      autoFocus
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}
