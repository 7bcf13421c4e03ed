/** The doctor on settings: what can be told from the environment, without asking anybody. */
import { statSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "@/lib/env";
import { type Finding, failed, ok, warning } from "./finding";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]", "::1"]);

const NEW_SECRET =
  "Set NEXTAUTH_SECRET to what `openssl rand -base64 32` prints; everyone signs in anew then.";

/** Random secrets of 32 characters have about 24 different ones; one with few was typed. */
const FEWEST_CHARACTERS = 14;
const PLACEHOLDER = /change.?me|your.?secret|placeholder|example|password|nextauth/i;

const othersMayRead = (file: string): boolean => {
  try {
    return process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0;
  } catch {
    return false;
  }
};

export const checkSecret = ({ NEXTAUTH_SECRET, DATA_DIR }: Env): Finding => {
  const different = new Set(NEXTAUTH_SECRET).size;
  if (different < FEWEST_CHARACTERS || PLACEHOLDER.test(NEXTAUTH_SECRET)) {
    return warning(
      "secret",
      "NEXTAUTH_SECRET can be guessed, and with it anybody's session.",
      NEW_SECRET,
    );
  }
  const file = join(DATA_DIR, "secret");
  if (othersMayRead(file)) {
    return warning(
      "secret",
      `Other accounts of this machine may read ${file}.`,
      `Run: chmod 600 ${file}`,
    );
  }
  return ok("secret", "Sessions are signed with a strong secret.");
};

/** The public address against where the server listens. */
export const checkAddress = ({ NEXTAUTH_URL, PORT, HOST, TRUST_PROXY }: Env): Finding => {
  const { protocol, hostname, port } = new URL(NEXTAUTH_URL);
  const local = LOOPBACK.has(hostname);
  if (local && Number(port || (protocol === "https:" ? 443 : 80)) !== PORT) {
    return failed(
      "address",
      `NEXTAUTH_URL is ${NEXTAUTH_URL}, but Errand listens on port ${PORT}: signing in leads astray.`,
      "Set NEXTAUTH_URL to the address that people use, or leave it out for localhost.",
    );
  }
  if (local && !LOOPBACK.has(HOST)) {
    return warning(
      "address",
      `Errand listens on ${HOST}, but NEXTAUTH_URL is ${NEXTAUTH_URL}: people on other machines are sent to their own.`,
      "Set NEXTAUTH_URL to the address that they use.",
    );
  }
  if (!local && protocol === "http:") {
    return warning(
      "address",
      `${NEXTAUTH_URL} is not encrypted: passwords and tasks can be read on the way.`,
      "Put a proxy with TLS in front, and set NEXTAUTH_URL to its https:// address.",
    );
  }
  if (protocol === "https:" && !TRUST_PROXY) {
    return warning(
      "address",
      "TRUST_PROXY is off, so everybody behind the proxy counts as one address when sign-ins fail.",
      "Set TRUST_PROXY=on if the proxy sets X-Forwarded-For.",
    );
  }
  return ok("address", `People use ${NEXTAUTH_URL}.`);
};
