import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** Why nothing is here, and what to do about it. */
export function EmptyState(props: {
  icon?: IconName;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <Icon name={props.icon ?? 'inbox'} size="large" />
      <h3>{props.title}</h3>
      {props.children !== undefined && <div className="empty-text">{props.children}</div>}
      {props.action}
    </div>
  );
}
