import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ChartBars, type ChartBarsProps } from '../../../../renderer/ui/chart-bars.tsx';

const series: ChartBarsProps['series'] = [
  { id: 'a', label: 'Approved', look: 'solid' },
  { id: 'b', label: 'Rejected', look: 'hatched' },
];

function drawn(props: Partial<ChartBarsProps>): string {
  const rows = [
    { id: 'one', label: 'Sample A', values: [30, 10], text: '40' },
    { id: 'two', label: 'Sample B', values: [10, 10], text: '20' },
  ];
  return renderToStaticMarkup(createElement(ChartBars, { summary: 'A picture', series, rows, ...props }));
}

function barsOf(markup: string): { x: string; y: string; width: string }[] {
  return [...markup.matchAll(/<rect x="([^"]*)" y="([^"]*)" width="([^"]*)"/g)].map(
    ([, x = '', y = '', width = '']) => ({ x, y, width }),
  );
}

describe('ChartBars', () => {
  it('stacks the parts of a bar, and gives the longest bar the whole width', () => {
    expect(barsOf(drawn({}))).toEqual([
      { x: '0.00%', y: '1', width: '75.00%' },
      { x: '75.00%', y: '1', width: '25.00%' },
      { x: '0.00%', y: '1', width: '25.00%' },
      { x: '25.00%', y: '1', width: '25.00%' },
    ]);
  });

  it('sets grouped bars below each other, each from the left', () => {
    const bars = barsOf(drawn({ arrangement: 'grouped' }));
    expect(bars.map(({ x }) => x)).toEqual(['0', '0', '0', '0']);
    expect(bars.map(({ width }) => width)).toEqual(['100.00%', '33.33%', '33.33%', '33.33%']);
    expect(bars.map(({ y }) => y)).toEqual(['1', '19', '1', '19']);
  });

  it('draws nothing of zeros, and divides by nothing', () => {
    const markup = drawn({ rows: [{ id: 'none', label: 'Sample', values: [0, 0], text: '0' }] });
    expect(barsOf(markup).map(({ width }) => width)).toEqual(['0.00%', '0.00%']);
    expect(drawn({ rows: [] })).not.toContain('NaN');
  });

  it('is one picture with its sentence for screen readers, and a legend where there are parts', () => {
    expect(drawn({})).toContain('role="img" aria-label="A picture"');
    expect(drawn({})).toContain('Rejected');
    expect(drawn({ series: series.slice(0, 1) })).not.toContain('chart-legend');
  });

  it('gives every pattern that it uses, under an id of its own', () => {
    const markup = drawn({});
    const used = [...markup.matchAll(/url\(#([^)]+)\)/g)].map((match) => match[1]);
    const given = [...markup.matchAll(/<pattern id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(given).size).toBe(given.length);
    expect(given).toEqual(expect.arrayContaining(used));
    expect(used.length).toBeGreaterThan(0);
  });
});
