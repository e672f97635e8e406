import { useTranslation } from 'react-i18next';
import { containsAadhaarNumber } from '../../../shared/domain/aadhaar-number.ts';
import { TextField } from '../../ui/text-field.tsx';

/** As the draft's schema has it, for verdicts and pins alike. */
export const mostNote = 500;

interface Props {
  label: string;
  placeholder: string;
  value: string;
  isDisabled: boolean;
  autoFocus?: boolean;
  onChange: (note: string) => void;
}

/** A note in the draft: refuses Aadhaar numbers as every text does. */
export function NoteField({ label, placeholder, value, isDisabled, autoFocus, onChange }: Props) {
  const { t } = useTranslation('review');
  const error = containsAadhaarNumber(value)
    ? t('aadhaar')
    : value.length > mostNote
      ? t('tooLong', { most: mostNote })
      : null;
  return (
    <TextField
      label={label}
      isLabelHidden
      placeholder={placeholder}
      value={value}
      error={error}
      isDisabled={isDisabled}
      autoFocus={autoFocus ?? false}
      onChange={onChange}
    />
  );
}
