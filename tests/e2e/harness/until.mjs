// How the tests wait: until something is so in a page, or until patience ends. Then the error names what was awaited and
// what a person would see there instead, so that a log alone tells what went wrong.

/** How long a test waits for something that must come, in milliseconds. */
export const PATIENCE = 10_000;
/** A page behind another draws no frames, so a clock says when to look again; in milliseconds. */
const NEXT_LOOK = 15;
/** How long a page that hangs may take to say what it shows, in milliseconds. */
const LAST_LOOK = 3_000;

/** Waits until `condition`, which runs in the page, answers something; answers a handle of that. `what` names it. */
export function until(frame, what, condition, ...values) {
  return telling(
    frame,
    what,
    frame.waitForFunction(condition, { timeout: PATIENCE, polling: NEXT_LOOK }, ...values),
  );
}

/** What a handle stands for; the handle is let go, because a page keeps what any handle still stands for. */
export async function takeValue(handle) {
  const value = await handle.jsonValue();
  await handle.dispose();
  return value;
}

/** Waits until the page has such an element, also in shadow roots behind `>>>`; answers a handle of it. */
export async function appears(frame, css) {
  const what = `an element ${css}`;
  if (css.includes(">>>")) return telling(frame, what, frame.waitForSelector(css, { timeout: PATIENCE }));
  const found = await until(frame, what, (css) => document.querySelector(css), css);
  return found.asElement();
}

/** Answers what `awaited` does; when that fails, says what was awaited and what was there. */
export async function telling(frame, what, awaited) {
  try {
    return await awaited;
  } catch (cause) {
    throw new Error(`${what} did not come (${cause.message}); there was ${await shown(frame)}`, { cause });
  }
}

async function shown(frame) {
  const silence = new Promise((told) => setTimeout(told, LAST_LOOK, "a page that does not answer").unref());
  const told = frame.evaluate(lookAround).then(
    (seen) => JSON.stringify(seen, null, 1),
    (fault) => `a page that cannot be asked: ${fault.message}`,
  );
  return Promise.race([told, silence]);
}

/** Runs in the page: what a person could see there, as far as it helps. */
async function lookAround() {
  const focused = document.activeElement;
  const page = {
    address: location.pathname,
    visibility: document.visibilityState,
    in_front: document.hasFocus(),
    focused: focused?.cloneNode(false).outerHTML?.slice(0, 200),
    text: document.body?.innerText.slice(0, 800),
    fields: [...document.querySelectorAll("input, textarea, select")].map(
      ({ id, type, value, checked, disabled }) =>
        `${id} ${["checkbox", "radio"].includes(type) ? checked : value.slice(0, 100)}${disabled ? " disabled" : ""}`,
    ),
  };
  if (!globalThis.askProbe) return page;
  const controls = await globalThis.askProbe("controls");
  return {
    ...page,
    underlined: (await globalThis.seeUnderlines()).map(({ text }) => text),
    chaperone_says: await globalThis.askProbe("words"),
    controls: controls.map(({ role, name, focused }) => `${role} ${name}${focused ? " (focused)" : ""}`),
  };
}
