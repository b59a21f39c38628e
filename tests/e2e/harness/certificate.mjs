// A throwaway certificate for the local server: made for every run, trusted by nobody but the browsers under test.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Makes a key and a self-signed certificate, in PEM. */
export function makeCertificate() {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-certificate-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  try {
    execFileSync(
      "openssl",
      ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
        .concat(["-subj", "/CN=fixtures.invalid"])
        .concat(["-keyout", key, "-out", cert]),
      { stdio: ["ignore", "ignore", "pipe"] },
    );
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } catch (error) {
    throw new Error(`cannot make a certificate: ${error.message}; install openssl`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
