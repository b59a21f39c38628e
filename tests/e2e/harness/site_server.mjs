// Serves the fixture pages as the real sites, over TLS, and keeps a record of every request any program makes.

import { createServer as createHttp } from "node:http";
import { createServer as createHttps } from "node:https";
import { createServer as createDoor } from "node:net";
import { makeCertificate } from "./certificate.mjs";
import { buildFixtures } from "./fixture_bundle.mjs";

/** The first byte of a TLS connection. */
const TLS_HANDSHAKE = 0x16;

/** As strict as the strictest site seen: no inline script without its nonce, no WebAssembly, Trusted Types. */
function policy(nonce) {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
}

const SITES = new Map([
  ["x.com", "x"],
  ["www.facebook.com", "facebook"],
]);

/** The local stand-in for every site, and the witness of what leaves the browsers. */
export class SiteServer {
  /** Every request, with its body: `{host, method, path, body}`. */
  requests = [];
  /** What was really posted, in order: `{site, surface, text}`. */
  posts = [];

  #door;
  #tls;
  #plain;
  #bundles;

  /** Builds the pages and listens on a free port. */
  static async start() {
    const server = new SiteServer();
    server.#bundles = await buildFixtures([...SITES.values()]);
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

    const site = SITES.get(host);
    if (site === undefined || path === "/favicon.ico") {
      response.writeHead(404).end();
    } else if (path === "/app.js") {
      response
        .writeHead(200, { "content-type": "text/javascript; charset=utf-8" })
        .end(this.#bundles[site].script);
    } else if (path === "/app.css") {
      response.writeHead(200, { "content-type": "text/css; charset=utf-8" }).end(this.#bundles[site].style);
    } else if (request.method === "POST" && path === "/fixture/post") {
      this.posts.push({ site, ...JSON.parse(body) });
      response.writeHead(204).end();
    } else {
      this.#sendPage(response, this.#bundles[site].page);
    }
  }

  #sendPage(response, page) {
    const nonce = String(this.requests.length);
    response
      .writeHead(200, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": policy(nonce),
        "x-frame-options": "DENY",
      })
      .end(page.replaceAll("NONCE", nonce));
  }
}
