// Reads a trace of Chromium's: what our content script did, and when.
//
// How long a call took is counted in time of the page's thread: what other programs did meanwhile is not the script's.

/** The calls into our content script, in order: `{at, ms}`, `at` in the trace's own microseconds. */
export function ownCalls({ traceEvents }) {
  // The probe of the tests is an extension too; only what comes from our own file counts.
  const ours = traceEvents.filter(
    ({ name, args }) =>
      ["EvaluateScript", "FunctionCall"].includes(name) &&
      /-extension:.*\/content\.js/.test(args?.data?.url ?? ""),
  );
  return outermost(ours).map(({ ts, tdur }) => ({ at: ts, ms: (tdur ?? 0) / 1000 }));
}

/** When the page was given its keys, in the trace's own microseconds. */
export function keyTimes({ traceEvents }) {
  const keys = traceEvents.filter(
    ({ name, args }) => name === "EventDispatch" && args?.data?.type === "keydown",
  );
  return keys.map(({ ts }) => ts).toSorted((a, b) => a - b);
}

/** Without the calls that happen inside others, which would count twice. */
function outermost(events) {
  const byStart = events.toSorted((a, b) => a.ts - b.ts || b.dur - a.dur);
  let end = 0;
  return byStart.filter(({ ts, dur }) => {
    const isOuter = ts >= end;
    if (isOuter) end = ts + (dur ?? 0);
    return isOuter;
  });
}
