// How long the background takes to answer, run under Node's V8 with the very files of dist/ and a page that only
// listens. A figure of the background is from the message that comes in to the report that goes out,
// conversions included; the engine alone is that less the same for a draft that has not changed.

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { draft, edited } from "./drafts.mjs";
import { inMs, quantile, spread } from "./statistics.mjs";

/** Rows about start-up and answers. */
export async function* measureEngine() {
  const starts = [];
  for (let run = 0; run < 15; run += 1) starts.push((await Background.start(run)).startedIn);
  yield { what: "background: start to first report", measured: spread(starts), budget: "50 ms" };

  const { background } = await Background.start("warm");
  // The first checks run in code that V8 has compiled in haste; behind the long drafts it has optimized what is busy.
  const runs = [
    ["280 characters, the first 500 times", 280, 500, "0.05 ms"],
    ["6,000 characters", 6_000, 100],
    ["60,000 characters", 60_000, 40, "8 ms"],
    ["280 characters, from then on", 280, 500, "0.05 ms"],
  ];
  const alone = new Map();
  for (const [name, length, count] of runs) {
    const texts = (turn) => draft(length, turn * 11);
    const whole = await background.time(texts, count);
    // A draft that has not changed costs the messages and the putting together of a report, and no reading.
    const unchanged = await background.time(() => draft(length, 0), count);
    yield { what: `background: ${name}`, measured: spread(whole), budget: "-" };
    alone.set(name, without(whole, unchanged.slice(1)));
  }
  const engine = (name, measured, budget) => ({ what: `engine alone, in WASM: ${name}`, measured, budget });
  for (const [name, , , budget] of runs) if (budget) yield engine(name, shown(alone.get(name)), budget);
  const [long, short] = [alone.get("60,000 characters"), alone.get("6,000 characters")];
  const growth = `p50 ${(long.p50 / short.p50).toFixed(1)}, best ${(long.best / short.best).toFixed(1)}`;
  yield engine("time(60k) / time(6k)", growth, "11");

  const text = draft(60_000, 1);
  const same = await background.time(() => text, 100);
  const keys = await background.time((turn) => (turn % 2 === 0 ? edited(text, turn) : text), 200);
  yield { what: "background: one letter in 60,000 characters", measured: spread(keys.slice(1)), budget: "-" };
  const edit = without(keys.slice(1), same.slice(1));
  yield engine("one letter in 60,000 characters", shown(edit), "0.5 ms");
}

/** What the samples take beyond those of a draft that has not changed. */
function without(samples, unchanged) {
  const at = (share) => quantile(samples, share) - quantile(unchanged, share);
  return { p50: at(0.5), best: at(0) };
}

function shown({ p50, best }) {
  return `p50 ${inMs(p50)}, best ${inMs(best)}`;
}

/** The background of dist/, with a browser around it that does no more than it must. */
class Background {
  #send;
  #answered;
  #lastId = 0;

  static async start(instance) {
    const background = new Background();
    const nothing = { addListener() {} };
    globalThis.chrome = {
      action: {
        setBadgeBackgroundColor: async () => undefined,
        setBadgeText: async () => undefined,
        setIcon: async () => undefined,
        setTitle: async () => undefined,
      },
      i18n: { getMessage: (key) => key },
      runtime: { onMessage: nothing, sendMessage: async () => undefined },
      storage: {
        local: { get: async () => ({}), set: async () => undefined },
        session: { get: async () => ({}), set: async () => undefined },
        managed: { get: async () => ({}) },
        onChanged: nothing,
      },
      tabs: { query: async () => [] },
    };
    // A browser's lock is given at once to the only one who asks.
    const locks = { request: (_name, granted) => granted() };
    Object.defineProperty(globalThis, "navigator", { value: { locks }, configurable: true });
    const module = await readFile("dist/chaperone_bg.wasm");
    const began = performance.now();
    const glue = await import(`${pathToFileURL(resolve("dist/chaperone.js"))}?${instance}`);
    await glue.default({ module_or_path: module });
    const port = {
      name: "composer",
      sender: { tab: { id: 1 } },
      postMessage: (reply) => background.#answered?.(reply),
    };
    glue.background_event("connect", port, undefined);
    background.#send = (message) => glue.background_event("message", port, message);
    await background.#check(draft(280, 0));
    return { background, startedIn: performance.now() - began };
  }

  /** Times `count` checks, each of the text that `texts` gives for its turn. */
  async time(texts, count) {
    const samples = [];
    for (let turn = 0; turn < count; turn += 1) {
      const text = texts(turn);
      const began = performance.now();
      await this.#check(text);
      samples.push(performance.now() - began);
    }
    return samples;
  }

  #check(text) {
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = new Promise((resolve) => {
      this.#answered = (reply) => {
        if (reply.id === id) resolve(reply);
      };
    });
    const context = { surface: "post", account: "unknown", audience: "public", attachments: [] };
    this.#send({ kind: "check", id, text, context, account: { site: "x", handle: "alice" } });
    return answer;
  }
}
