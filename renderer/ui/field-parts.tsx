import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { Icon } from './icon.tsx';

/** What every field shows around its input. */
export interface FieldProps {
  label: string;
  isLabelHidden?: boolean;
  description?: string;
  /** Set: the field is marked as wrong and says why. */
  error?: string | null;
  isRequired?: boolean;
  isDisabled?: boolean;
}

export function FieldLabel({ label, isLabelHidden = false, isRequired = false }: FieldProps) {
  if (isLabelHidden) return null;
  return (
    <Label className="field-label">
      {label}
      {isRequired && (
        <span className="field-required" aria-hidden="true">
          {' *'}
        </span>
      )}
    </Label>
  );
}

export function FieldNotes({ description, error }: FieldProps) {
  const hasError = error !== undefined && error !== null && error !== '';
  return (
    <>
      {description !== undefined && !hasError && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      {hasError && (
        <FieldError className="field-error">
          <Icon name="alert" size="small" />
          <span>{error}</span>
        </FieldError>
      )}
    </>
  );
}

/** What the Aria field wants of these; a hidden label is still spoken. */
export function fieldAria(props: FieldProps) {
  return {
    isInvalid: props.error !== undefined && props.error !== null && props.error !== '',
    isRequired: props.isRequired ?? false,
    isDisabled: props.isDisabled ?? false,
    ...(props.isLabelHidden === true && { 'aria-label': props.label }),
  };
}
