import type { Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { useFocusOnMount } from './focus-on-mount.ts';
import { FieldLabel, FieldNotes, fieldAria, type FieldProps } from './field-parts.tsx';

interface TextProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  maxLength?: number;
  autoFocus?: boolean;
  name?: string;
}

export interface TextFieldProps extends TextProps {
  type?: 'text' | 'password' | 'url' | 'tel';
  autoComplete?: 'off' | 'username' | 'current-password' | 'new-password';
  inputRef?: Ref<HTMLInputElement>;
}

function textAria(props: TextProps) {
  return {
    ...fieldAria(props),
    value: props.value,
    onChange: props.onChange,
    validationBehavior: 'aria' as const,
    ...(props.onBlur && { onBlur: props.onBlur }),
    ...(props.maxLength !== undefined && { maxLength: props.maxLength }),
    ...(props.name !== undefined && { name: props.name }),
  };
}

export function TextField(props: TextFieldProps) {
  const target = useFocusOnMount(props.autoFocus ?? false, props.inputRef);
  return (
    <AriaTextField
      className="field"
      type={props.type ?? 'text'}
      autoComplete={props.autoComplete ?? 'off'}
      spellCheck="false"
      {...textAria(props)}
    >
      <FieldLabel {...props} />
      <Input
        className="field-input"
        ref={target}
        {...(props.placeholder !== undefined && { placeholder: props.placeholder })}
      />
      <FieldNotes {...props} />
    </AriaTextField>
  );
}

export interface TextAreaProps extends TextProps {
  rows?: number;
  inputRef?: Ref<HTMLTextAreaElement>;
}

export function TextArea(props: TextAreaProps) {
  const target = useFocusOnMount(props.autoFocus ?? false, props.inputRef);
  return (
    <AriaTextField className="field" {...textAria(props)}>
      <FieldLabel {...props} />
      <AriaTextArea
        className="field-input"
        rows={props.rows ?? 3}
        ref={target}
        {...(props.placeholder !== undefined && { placeholder: props.placeholder })}
      />
      <FieldNotes {...props} />
    </AriaTextField>
  );
}
