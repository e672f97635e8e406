import { Button as AriaButton } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { FieldLabel, FieldNotes, fieldAria, type FieldProps } from './field-parts.tsx';
import { Icon } from './icon.tsx';

export interface SelectOption<Id extends string> {
  id: Id;
  label: string;
}

export interface SelectProps<Id extends string> extends FieldProps {
  options: readonly SelectOption<Id>[];
  value: Id | null;
  onChange: (value: Id) => void;
  placeholder?: string;
  size?: 'small' | 'medium';
}

/** One of a list. An empty choice ("all") is an option with its own id, never null. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  return (
    <AriaSelect
      className="field"
      {...fieldAria(props)}
      value={props.value}
      placeholder={props.placeholder ?? ''}
      onChange={(key) => {
        const chosen = props.options.find((option) => option.id === key);
        if (chosen) props.onChange(chosen.id);
      }}
    >
      <FieldLabel {...props} />
      <AriaButton className={`select-button ${props.size ?? 'medium'}`}>
        <SelectValue className="select-value" />
        <Icon name="chevron-down" size="small" />
      </AriaButton>
      <FieldNotes {...props} />
      <Popover className="popover">
        <ListBox className="listbox" items={props.options}>
          {(option) => (
            <ListBoxItem className="listbox-item" id={option.id} textValue={option.label}>
              <Icon name="check" size="small" />
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
