// An organization's policy where the browsers of this machine read it, for an extension of its own: other browsers that
// run meanwhile must not hear of it.

import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { MANAGED_ID } from "./firefox.mjs";
import { DIST } from "./stage.mjs";

const PLACES = {
  chromium: "/etc/chromium/policies/managed/chaperone-test.json",
  firefox: "/usr/lib/firefox-esr/distribution/policies.json",
};

/** Copies the extension and lays a policy for the copy; `remove` takes both away. */
export function layPolicy(browser, policy) {
  const dist = realpathSync(mkdtempSync(join(tmpdir(), "chaperone-managed-")));
  cpSync(DIST, dist, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
  manifest.browser_specific_settings.gecko.id = MANAGED_ID;
  writeFileSync(join(dist, "manifest.json"), JSON.stringify(manifest));
  const file = PLACES[browser];
  const before = read(file);
  const put = (policy) => write(file, JSON.stringify(whole(browser, dist, policy)));
  put(policy);
  return {
    dist,
    put,
    remove() {
      if (before === null) rmSync(file);
      else writeFileSync(file, before);
      rmSync(dist, { recursive: true });
    },
  };
}

function whole(browser, dist, policy) {
  if (browser === "firefox") return { policies: { "3rdparty": { Extensions: { [MANAGED_ID]: policy } } } };
  return { "3rdparty": { extensions: { [idOfFolder(dist)]: policy } } };
}

/** Chromium's id of an unpacked extension: its folder's digest in the letters a to p. */
function idOfFolder(folder) {
  const digest = createHash("sha256").update(folder).digest("hex").slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("");
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function write(file, text) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new Error(
      `cannot write ${file}, where the browser reads policies (${error.code}); run this as root`,
    );
  }
}
