import { useId, type ReactNode } from 'react';

interface Props {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** A titled part of the left pane. */
export function Section({ title, aside, children }: Props) {
  const id = useId();
  return (
    <section className="review-section" aria-labelledby={id}>
      <div className="review-section-head">
        <h3 id={id}>{title}</h3>
        {aside !== undefined && <span className="review-small muted">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
