import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useFocusOnMount } from './focus-on-mount.ts';
import { Icon, Spinner, type IconName } from './icon.tsx';
import { KeyHint } from './key-hint.tsx';

export interface ButtonProps {
  children?: ReactNode;
  variant?: 'primary' | 'secondary' | 'quiet' | 'good' | 'danger' | 'on-dark';
  size?: 'small' | 'medium';
  icon?: IconName;
  /** Shown behind the text; the key itself is registered with `useShortcuts`. */
  keys?: string;
  /** Needed where there is no text. */
  label?: string;
  isDisabled?: boolean;
  /** Keeps the focus and says that it works, unlike `isDisabled`. */
  isPending?: boolean;
  autoFocus?: boolean;
  type?: 'button' | 'submit';
  slot?: string;
  /** `aria-pressed`-like states of toggles made of buttons. */
  isPressed?: boolean;
  isExpanded?: boolean;
  onPress?: () => void;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ ref, ...props }: ButtonProps) {
  const { children, variant = 'secondary', size = 'medium', icon, keys, label, isPending = false } = props;
  const target = useFocusOnMount(props.autoFocus ?? false, ref);
  const shape = children === undefined ? 'icon-only' : '';
  return (
    <AriaButton
      className={`button ${variant} ${size} ${shape}`}
      type={props.type ?? 'button'}
      isDisabled={props.isDisabled ?? false}
      isPending={isPending}
      ref={target}
      {...(props.slot !== undefined && { slot: props.slot })}
      {...(label !== undefined && { 'aria-label': label })}
      {...(props.isPressed !== undefined && { 'aria-pressed': props.isPressed })}
      {...(props.isExpanded !== undefined && { 'aria-expanded': props.isExpanded })}
      {...(props.onPress && { onPress: props.onPress })}
    >
      {isPending ? <Spinner size={size} /> : icon && <Icon name={icon} size={size} />}
      {children}
      {keys !== undefined && <KeyHint keys={keys} />}
    </AriaButton>
  );
}
