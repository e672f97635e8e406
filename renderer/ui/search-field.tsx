import type { Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

export interface SearchFieldProps {
  label: string;
  clearLabel: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** Escape clears it; its label is spoken only, the placeholder says what may be typed. */
export function SearchField(props: SearchFieldProps) {
  return (
    <AriaSearchField
      className="search"
      aria-label={props.label}
      value={props.value}
      onChange={props.onChange}
      autoComplete="off"
      spellCheck="false"
    >
      <Icon name="search" />
      <Input
        className="field-input"
        {...(props.inputRef && { ref: props.inputRef })}
        {...(props.placeholder !== undefined && { placeholder: props.placeholder })}
      />
      <span className="search-clear">
        <Button variant="quiet" size="small" icon="close" label={props.clearLabel} />
      </span>
    </AriaSearchField>
  );
}
