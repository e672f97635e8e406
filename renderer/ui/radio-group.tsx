import { RadioButton, RadioField, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup';
import { ChoiceDescription } from './checkbox.tsx';
import { FieldLabel, FieldNotes, fieldAria, type FieldProps } from './field-parts.tsx';

export interface RadioOption<Id extends string> {
  id: Id;
  label: string;
  description?: string;
  isDisabled?: boolean;
}

export interface RadioGroupProps<Id extends string> extends FieldProps {
  options: readonly RadioOption<Id>[];
  value: Id | null;
  onChange: (value: Id) => void;
  orientation?: 'horizontal' | 'vertical';
}

export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const orientation = props.orientation ?? 'vertical';
  return (
    <AriaRadioGroup
      className="field"
      {...fieldAria(props)}
      validationBehavior="aria"
      orientation={orientation}
      value={props.value}
      onChange={(value) => {
        const chosen = props.options.find((option) => option.id === value);
        if (chosen) props.onChange(chosen.id);
      }}
    >
      <FieldLabel {...props} />
      <div className={orientation === 'horizontal' ? 'choice-list across' : 'choice-list'}>
        {props.options.map((option) => (
          <RadioField
            key={option.id}
            className="choice-field"
            value={option.id}
            isDisabled={option.isDisabled ?? false}
          >
            <RadioButton className="choice">
              <span className="choice-box round" aria-hidden="true" />
              <span className="choice-text">{option.label}</span>
            </RadioButton>
            <ChoiceDescription text={option.description} />
          </RadioField>
        ))}
      </div>
      <FieldNotes {...props} />
    </AriaRadioGroup>
  );
}
