// How much text one core reads outside of a browser, as criterion measures it.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const MANIFEST = "benches/native/Cargo.toml";
const RESULTS = "target/criterion";

/** One row; compiles the checker for this machine first. */
export function* measureNative() {
  const run = ["run", "--quiet", "--release", "--manifest-path", MANIFEST, "--target-dir", "target/native"];
  execFileSync("cargo", [...run, "--", "--bench"], {
    env: { ...process.env, CRITERION_HOME: RESULTS },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const result = (name) =>
    JSON.parse(readFileSync(`${RESULTS}/native/ordinary_posts/new/${name}.json`, "utf8"));
  const bytes = result("benchmark").throughput.Bytes;
  const { point_estimate: middle, confidence_interval: range } = result("estimates").median;
  const speed = (nanoseconds) => ((bytes / nanoseconds) * 1000).toFixed(1);
  yield {
    what: "native throughput, one core, ordinary posts",
    measured: `p50 ${speed(middle)} MB/s (95 %: ${speed(range.upper_bound)} to ${speed(range.lower_bound)})`,
    budget: "50 MB/s",
  };
}
