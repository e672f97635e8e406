import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { toneIcon, type Tone } from './tone.ts';

export interface BannerProps {
  tone: Exclude<Tone, 'neutral'>;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  icon?: IconName;
}

/** A message that stays in its place in the page. Trouble is spoken at once, the rest when the reader gets there. */
export function Banner({ tone, title, children, actions, icon }: BannerProps) {
  return (
    <div className={`banner ${tone}`} role={tone === 'bad' || tone === 'warn' ? 'alert' : 'status'}>
      <Icon name={icon ?? toneIcon[tone]} />
      <div className="banner-content">
        <p className="banner-title">{title}</p>
        {children}
        {actions !== undefined && <div className="banner-actions">{actions}</div>}
      </div>
    </div>
  );
}
