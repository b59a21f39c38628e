// The few numbers that say how long something takes.

/** The value below which a share of the samples lies. */
export function quantile(samples, share) {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Milliseconds as a person reads them. */
export function inMs(value) {
  return `${value < 1 ? value.toFixed(3) : value.toFixed(1)} ms`;
}

/** Median and 95th percentile. */
export function spread(samples) {
  return `p50 ${inMs(quantile(samples, 0.5))}, p95 ${inMs(quantile(samples, 0.95))} (n=${samples.length})`;
}
