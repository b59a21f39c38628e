// Serves the fixture pages as the real sites, over TLS, and keeps a record of every request any program makes.

import { createServer as createHttp } from "node:http";
import { createServer as createHttps } from "node:https";
import { createServer as createDoor } from "node:net";
import { makeCertificate } from "./certificate.mjs";
import { fixtureBundle } from "./fixture_bundle.mjs";
import { fixtures } from "./fixtures.mjs";

/** The first byte of a TLS connection. */
const TLS_HANDSHAKE = 0x16;

/** As strict as the strictest site seen: no inline script without its nonce, no WebAssembly, Trusted Types. */
const STRICT = {
  "default-src": "'self'",
  "script-src": "'self' 'nonce-NONCE'",
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' blob: data:",
  "connect-src": "'self'",
  "worker-src": "'self' blob:",
  "object-src": "'none'",
  "base-uri": "'none'",
  "frame-ancestors": "'none'",
  "require-trusted-types-for": "'script'",
};

/** A fixture's own policy: the strict one with its changes; a directive that is `null` is left out. */
function policy(changes, nonce) {
  return Object.entries({ ...STRICT, ...changes })
    .filter(([, sources]) => sources !== null)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; ")
    .replaceAll("NONCE", nonce);
}

/** The local stand-in for every site, and the witness of what leaves the browsers. */
export class SiteServer {
  /** Every request, with its body: `{host, method, path, body}`. */
  requests = [];
  /** What was really posted, in order: `{site, surface, text}`. */
  posts = [];

  #door;
  #tls;
  #plain;

  /** Builds the pages and listens on a free port. */
  static async start() {
    const server = new SiteServer();
    const answer = (request, response) => server.#answer(request, response);
    server.#tls = createHttps(makeCertificate(), answer);
    server.#plain = createHttp(answer);
    // One door for everything, so that a request without TLS is witnessed too.
    server.#door = createDoor((socket) => {
      socket.on("error", () => socket.destroy());
      socket.once("data", (first) => {
        socket.pause();
        socket.unshift(first);
        (first[0] === TLS_HANDSHAKE ? server.#tls : server.#plain).emit("connection", socket);
        process.nextTick(() => socket.resume());
      });
    });
    await new Promise((listening) => server.#door.listen(0, "127.0.0.1", listening));
    return server;
  }

  get port() {
    return this.#door.address().port;
  }

  async close() {
    for (const server of [this.#tls, this.#plain]) server.closeAllConnections();
    await new Promise((closed) => this.#door.close(closed));
  }

  async #answer(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString("utf8");
    const host = request.headers.host ?? "unknown";
    const path = request.url ?? "/";
    this.requests.push({ host, method: request.method, path, body });

    const fixture = fixtures().find(({ hosts }) => hosts.includes(host));
    if (fixture === undefined || path === "/favicon.ico") {
      response.writeHead(404).end();
    } else if (request.method === "POST" && path === "/fixture/post") {
      this.posts.push({ site: fixture.site, ...JSON.parse(body) });
      response.writeHead(204).end();
    } else {
      await this.#sendFile(response, fixture, path);
    }
  }

  async #sendFile(response, { site, csp, pages }, path) {
    const bundle = await fixtureBundle(site);
    const send = (type, text, headers = {}) =>
      response.writeHead(200, { "content-type": `${type}; charset=utf-8`, ...headers }).end(text);
    if (path === "/app.js") return send("text/javascript", bundle.script);
    if (path === "/app.css") return send("text/css", bundle.style);
    const nonce = String(this.requests.length);
    const own = Object.entries(pages ?? {}).find(([start]) => path.startsWith(start))?.[1];
    const isFramed = csp?.["frame-ancestors"] !== undefined;
    return send("text/html", bundle.pages[own ?? "page.html"].replaceAll("NONCE", nonce), {
      "content-security-policy": policy(csp, nonce),
      ...(isFramed ? {} : { "x-frame-options": "DENY" }),
    });
  }
}
