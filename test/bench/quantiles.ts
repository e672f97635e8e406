export interface Quantiles {
  median: number;
  p99: number;
}

export interface Latencies {
  median: number;
  p95: number;
}

/** Of times in milliseconds, to a hundredth. */
export function quantiles(times: readonly number[]): Quantiles {
  return { median: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/** As `quantiles`, for what is done so often that one in twenty is felt. */
export function latencies(times: readonly number[]): Latencies {
  return { median: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  return Math.round(value * 100) / 100;
}
