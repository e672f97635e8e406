import { TextField, type TextFieldProps } from './text-field.tsx';

export type DateFieldProps = Omit<TextFieldProps, 'type' | 'maxLength' | 'placeholder' | 'autoComplete'>;

/**
 * A date typed as dd/mm/yyyy, kept as typed; `parseDate` in shared/text reads it. Not the browser's own date input:
 * that one follows the language of the PC, and would read 03/04 as the 4th of March.
 */
export function DateField(props: DateFieldProps) {
  return (
    <div className="date-field">
      <TextField {...props} placeholder="dd/mm/yyyy" maxLength={14} />
    </div>
  );
}
