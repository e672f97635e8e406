import type { ReactNode } from 'react';

export interface Fact {
  name: string;
  value: ReactNode;
  /** Takes the whole line. */
  isWide?: boolean;
}

/** Facts that belong together, two beside each other where they are short. */
export function FactGroup({ title, facts }: { title?: string; facts: readonly Fact[] }) {
  return (
    <div className="review-facts">
      {title !== undefined && <h4 className="review-facts-title">{title}</h4>}
      <dl className="review-facts-list">
        {facts.map((fact) => (
          <div key={fact.name} className="review-fact" data-wide={fact.isWide === true}>
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
