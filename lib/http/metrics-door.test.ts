import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { markDirect } from "./direct";
import { admitScraper } from "./metrics-door";

type Sent = { from?: string; headers?: Record<string, string> };

/** A request as it reaches a route, after what boot does to it. */
const arriving = ({ from = "127.0.0.1", headers = {} }: Sent): Request => {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: from });
  const message = new IncomingMessage(socket);
  Object.assign(message.headers, headers);
  markDirect(message);
  return new Request("http://localhost/api/metrics", {
    headers: message.headers as Record<string, string>,
  });
};

const answer = (sent: Sent, METRICS_TOKEN?: string, TRUST_PROXY = false): string => {
  try {
    admitScraper(arriving(sent), { METRICS_TOKEN, TRUST_PROXY });
    return "in";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};

it.each(["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])("lets %s in", (from) => {
  expect(answer({ from })).toBe("in");
});

it.each(["10.0.0.1", "192.168.1.7", "::ffff:10.0.0.1", "1.127.0.0", "fe80::1", ""])(
  "hides from %s, whatever it says",
  (from) => {
    expect(answer({ from })).toBe("not_found");
    for (const name of ["x-forwarded-for", "x-real-ip", "x-errand-direct", "host"]) {
      expect(answer({ from, headers: { [name]: "127.0.0.1" } })).toBe("not_found");
    }
  },
);

it("hides from whom a proxy on this machine speaks for", () => {
  for (const name of ["x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via"]) {
    expect(answer({ headers: { [name]: "127.0.0.1" } })).toBe("not_found");
  }
  expect(answer({}, undefined, true)).toBe("not_found");
});

it("wants the token of everybody, where there is one", () => {
  const token = "a-token-of-some-length";
  const bearing = (given: string) => ({ from: "10.0.0.1", headers: { authorization: given } });
  expect(answer(bearing(`Bearer ${token}`), token)).toBe("in");
  expect(answer(bearing(`bearer ${token}`), token, true)).toBe("in");
  for (const wrong of [`Bearer ${token}x`, `Basic ${token}`, "Bearer", token, ""]) {
    expect(answer(bearing(wrong), token)).toBe("unauthenticated");
  }
  expect(answer({}, token)).toBe("unauthenticated");
});
