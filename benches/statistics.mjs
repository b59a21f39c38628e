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

/** Median and 95th percentile, and the best, which other work on the machine disturbed least. */
export function spread(samples) {
  const [best, middle, late] = [0, 0.5, 0.95].map((share) => inMs(quantile(samples, share)));
  return `p50 ${middle}, p95 ${late}, best ${best} (n=${samples.length})`;
}
