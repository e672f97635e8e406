import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components/CheckboxGroup';
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
    <AriaCheckbox
      className="choice"
      isSelected={props.isSelected}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
      isInvalid={props.isInvalid ?? false}
      autoFocus={props.autoFocus ?? false}
    >
      <Tick />
      <span className="choice-text">
        {props.children}
        {props.description !== undefined && <span className="choice-description">{props.description}</span>}
      </span>
    </AriaCheckbox>
  );
}

function Tick() {
  return (
    <span className="choice-box" aria-hidden="true">
      <Icon name="check" size="small" />
    </span>
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
          <AriaCheckbox
            key={option.id}
            className="choice"
            value={option.id}
            isDisabled={option.isDisabled ?? false}
          >
            <Tick />
            <span className="choice-text">
              {option.label}
              {option.description !== undefined && (
                <span className="choice-description">{option.description}</span>
              )}
            </span>
          </AriaCheckbox>
        ))}
      </div>
      <FieldNotes {...props} />
    </AriaCheckboxGroup>
  );
}
