/** How a bar looks: each has its own pattern, so that colour is never needed to tell them apart. */
export type ChartLook = 'solid' | 'hatched' | 'dotted' | 'outlined';

const grounds: Record<Exclude<ChartLook, 'solid'>, string> = {
  hatched: 'var(--chart-hatched)',
  dotted: 'var(--chart-dotted)',
  outlined: 'var(--chart-outlined)',
};

function patternId(prefix: string, look: ChartLook): string {
  return `${prefix}-${look}`.replace(/[^\w-]/g, '_');
}

/** What a bar is filled with; its pattern is defined by `ChartPatterns` of the same prefix. */
export function chartFill(prefix: string, look: ChartLook): string {
  return look === 'solid' ? 'var(--chart-solid)' : `url(#${patternId(prefix, look)})`;
}

/** The patterns of one picture. Ids are of the whole page, so each picture brings a prefix of its own. */
export function ChartPatterns({ prefix, looks }: { prefix: string; looks: readonly ChartLook[] }) {
  return (
    <defs>
      {looks.map((look) =>
        look === 'solid' ? null : (
          <pattern
            key={look}
            id={patternId(prefix, look)}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            {...(look === 'hatched' && { patternTransform: 'rotate(45)' })}
          >
            <rect width="6" height="6" fill={grounds[look]} />
            <PatternSign look={look} />
          </pattern>
        ),
      )}
    </defs>
  );
}

function PatternSign({ look }: { look: Exclude<ChartLook, 'solid'> }) {
  switch (look) {
    case 'hatched':
      return <rect width="2" height="6" fill="#ffffff" />;
    case 'dotted':
      return <circle cx="3" cy="3" r="1.3" fill="#ffffff" />;
    case 'outlined':
      return <path d="M0 0H6M0 3H6" stroke="var(--chart-solid)" strokeWidth="0.8" />;
  }
}
