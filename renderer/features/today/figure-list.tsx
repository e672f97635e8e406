import type { ReactNode } from 'react';
import { formatNumber } from '../../../shared/text/format.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';

export interface Figure {
  id: string;
  label: string;
  count: number;
  /** Stands out while the count is not zero; the words say why, the sign and the colour only help. */
  tone?: 'warn' | 'bad';
}

export interface FigureListProps {
  title: string;
  figures: readonly Figure[];
  /** Where the figures can be worked on. */
  link?: { label: string; onPress: () => void };
  children?: ReactNode;
}

const toneIcons: Record<'warn' | 'bad', IconName> = { warn: 'alert', bad: 'x-circle' };

/** A few counts under a heading, with the way to the screen where they are worked on. */
export function FigureList({ title, figures, link, children }: FigureListProps) {
  return (
    <section className="figures">
      <h2>{title}</h2>
      <dl>
        {figures.map((figure) => (
          <FigureLine key={figure.id} figure={figure} />
        ))}
      </dl>
      {children}
      {link && (
        <button type="button" className="link-button" onClick={link.onPress}>
          {link.label}
        </button>
      )}
    </section>
  );
}

function FigureLine({ figure }: { figure: Figure }) {
  const tone = figure.count === 0 ? undefined : figure.tone;
  return (
    <div className={`figure ${tone ?? ''}`}>
      <dt>
        {tone && <Icon name={toneIcons[tone]} size="small" />}
        {figure.label}
      </dt>
      <dd>{formatNumber(figure.count)}</dd>
    </div>
  );
}
