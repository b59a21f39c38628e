// How long the background takes to answer, run under Node's V8 with the very files of dist/ and a page that only
// listens. Every figure is from the message that comes in to the report that goes out, conversions included.

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { inMs, quantile, spread } from "./statistics.mjs";

const SENTENCES = [
  "So proud of Marcus Bell for finishing chemo with us!",
  "Our office is closed on Monday for the holiday.",
  "Sounds like strep, u need amoxicillin, call us first thing tomorrow.",
  "Flu shots are in, walk in any weekday between eight and four.",
  "Guaranteed pain-free implants, every single time.",
  "Thanks to everyone who came to the fair on Saturday, it was a lot of fun.",
];

/** Rows about start-up and answers. */
export async function* measureEngine() {
  const starts = [];
  for (let run = 0; run < 15; run += 1) starts.push((await Background.start(run)).startedIn);
  yield { what: "background: start to first report", measured: spread(starts), budget: "50 ms" };

  const { background } = await Background.start("warm");
  const runs = [
    ["an empty draft (the cost of the messages)", 0, 500, "-"],
    ["a post of 280 characters", 280, 500, "0.05 ms (engine alone)"],
    ["6,000 characters", 6_000, 100, "-"],
    ["60,000 characters", 60_000, 30, "8 ms (engine alone)"],
  ];
  const medians = new Map();
  for (const [name, length, count, budget] of runs) {
    const samples = await background.time(length, count);
    medians.set(length, quantile(samples, 0.5));
    yield { what: `background: ${name}`, measured: spread(samples), budget };
  }
  const growth = medians.get(60_000) / medians.get(6_000);
  yield { what: "background: time(60k) / time(6k)", measured: growth.toFixed(1), budget: "11" };
  yield {
    what: "background: 280 characters less the messages",
    measured: inMs(medians.get(280) - medians.get(0)),
    budget: "0.05 ms",
  };
}

/** A draft of some length, different for every `turn`. */
function draft(length, turn) {
  let text = "";
  for (let at = turn; text.length < length; at += 1) text += `${SENTENCES[at % SENTENCES.length]} `;
  return text.slice(0, length);
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
      storage: { local: { get: async () => ({}), set: async () => undefined }, onChanged: nothing },
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

  /** Times `count` checks of drafts of a length. */
  async time(length, count) {
    const samples = [];
    for (let turn = 0; turn < count; turn += 1) {
      const text = draft(length, turn);
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
