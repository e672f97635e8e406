import { useId } from 'react';
import { ChartPatterns, chartFill, type ChartLook } from './chart-patterns.tsx';
import './chart.css';

export interface ChartSeries {
  id: string;
  label: string;
  look: ChartLook;
}

export interface ChartRow {
  id: string;
  label: string;
  /** One for each series, in their order; none is negative. */
  values: readonly number[];
  /** Written behind the bar. */
  text: string;
}

export interface ChartBarsProps {
  /** What the picture shows, as one sentence: screen readers get this, and the table beside it for the figures. */
  summary: string;
  series: readonly ChartSeries[];
  rows: readonly ChartRow[];
  /** Parts of one bar, or a bar for each series. */
  arrangement?: 'stacked' | 'grouped';
}

/** Plain bars, told apart by pattern as well as by colour, so that a mono laser keeps them apart too. */
export function ChartBars({ summary, series, rows, arrangement = 'stacked' }: ChartBarsProps) {
  const id = useId();
  const longest = Math.max(1, ...rows.map(({ values }) => lengthOf(values, arrangement)));
  return (
    <figure className="chart" role="img" aria-label={summary}>
      {series.length > 1 && (
        <ul className="chart-legend">
          {series.map((one) => (
            <li key={one.id}>
              <svg className="chart-key" width="16" height="12">
                <ChartPatterns prefix={`${id}-${one.id}`} looks={[one.look]} />
                <rect width="16" height="12" fill={chartFill(`${id}-${one.id}`, one.look)} />
              </svg>
              {one.label}
            </li>
          ))}
        </ul>
      )}
      <div className="chart-rows">
        {rows.map((row) => (
          <div key={row.id} className="chart-row">
            <span className="chart-label">{row.label}</span>
            <Bar id={`${id}-${row.id}`} {...{ row, series, longest, arrangement }} />
            <span className="chart-text">{row.text}</span>
          </div>
        ))}
      </div>
    </figure>
  );
}

interface BarProps {
  id: string;
  row: ChartRow;
  series: readonly ChartSeries[];
  longest: number;
  arrangement: 'stacked' | 'grouped';
}

const barHeight = 18;

function Bar({ id, row, series, longest, arrangement }: BarProps) {
  const isStacked = arrangement === 'stacked';
  const height = isStacked ? barHeight : barHeight * series.length;
  return (
    <svg className="chart-bar" width="100%" height={height}>
      <ChartPatterns prefix={id} looks={series.map((one) => one.look)} />
      {series.map((one, index) => (
        <rect
          key={one.id}
          x={isStacked ? percent(sum(row.values.slice(0, index)), longest) : 0}
          y={isStacked ? 1 : index * barHeight + 1}
          width={percent(row.values[index] ?? 0, longest)}
          height={barHeight - 2}
          fill={chartFill(id, one.look)}
        />
      ))}
    </svg>
  );
}

function lengthOf(values: readonly number[], arrangement: 'stacked' | 'grouped'): number {
  return arrangement === 'stacked' ? sum(values) : Math.max(0, ...values);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function percent(value: number, longest: number): string {
  return `${((value / longest) * 100).toFixed(2)}%`;
}
