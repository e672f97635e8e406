import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField';
import { Button } from './button.tsx';
import { FieldLabel, FieldNotes, fieldAria, type FieldProps } from './field-parts.tsx';

export interface NumberFieldProps extends FieldProps {
  value: number;
  onChange: (value: number) => void;
  minValue: number;
  maxValue: number;
  unit: string;
}

/** A whole number with steps; what is typed outside the bounds is brought back to them when the field is left. */
export function NumberField(props: NumberFieldProps) {
  return (
    <AriaNumberField
      className="field"
      {...fieldAria(props)}
      value={props.value}
      onChange={props.onChange}
      minValue={props.minValue}
      maxValue={props.maxValue}
      step={1}
      formatOptions={{ maximumFractionDigits: 0, numberingSystem: 'latn' }}
    >
      <FieldLabel {...props} />
      <Group className="number">
        <Button slot="decrement" icon="minus" />
        <Input className="field-input" />
        <Button slot="increment" icon="plus" />
        <span className="muted">{props.unit}</span>
      </Group>
      <FieldNotes {...props} />
    </AriaNumberField>
  );
}
