import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Text } from 'react-aria-components/Text';
import { FieldLabel, FieldNotes, fieldAria, type FieldProps } from './field-parts.tsx';
import { Icon } from './icon.tsx';

export interface CheckboxProps {
  children: ReactNode;
  description?: string;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
  isInvalid?: boolean;
  autoFocus?: boolean;
}

export function Checkbox(props: CheckboxProps) {
  return (
    <CheckboxField
      className="choice-field"
      isSelected={props.isSelected}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
      isInvalid={props.isInvalid ?? false}
      autoFocus={props.autoFocus ?? false}
    >
      <Tick>{props.children}</Tick>
      <ChoiceDescription text={props.description} />
    </CheckboxField>
  );
}

function Tick({ children }: { children: ReactNode }) {
  return (
    <CheckboxButton className="choice">
      <span className="choice-box" aria-hidden="true">
        <Icon name="check" size="small" />
      </span>
      <span className="choice-text">{children}</span>
    </CheckboxButton>
  );
}

export function ChoiceDescription({ text }: { text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <Text slot="description" className="choice-description">
      {text}
    </Text>
  );
}

export interface CheckboxGroupProps extends FieldProps {
  options: readonly { id: string; label: string; description?: string; isDisabled?: boolean }[];
  value: readonly string[];
  onChange: (value: string[]) => void;
}

export function CheckboxGroup(props: CheckboxGroupProps) {
  return (
    <AriaCheckboxGroup
      className="field"
      {...fieldAria(props)}
      validationBehavior="aria"
      value={[...props.value]}
      onChange={props.onChange}
    >
      <FieldLabel {...props} />
      <div className="choice-list">
        {props.options.map((option) => (
          <CheckboxField
            key={option.id}
            className="choice-field"
            value={option.id}
            isDisabled={option.isDisabled ?? false}
          >
            <Tick>{option.label}</Tick>
            <ChoiceDescription text={option.description} />
          </CheckboxField>
        ))}
      </div>
      <FieldNotes {...props} />
    </AriaCheckboxGroup>
  );
}
