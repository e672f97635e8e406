import type { ReactNode } from 'react';

export interface Fact {
  name: string;
  value: ReactNode;
  /** Takes the whole line. */
  isWide?: boolean;
}

/** Facts that belong together, two beside each other where they are short. The title is spoken, not shown. */
export function FactGroup({ title, facts }: { title: string; facts: readonly Fact[] }) {
  return (
    <div className="review-fact-group" role="group" aria-label={title}>
      <dl className="review-facts">
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
