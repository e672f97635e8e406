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
    <dl className="review-facts" role="group" aria-label={title}>
      {facts.map((fact) => (
        <div key={fact.name} className="review-fact" data-wide={fact.isWide === true}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
