import { afterAll, afterEach, expect, it, vi } from "vitest";
import { newId } from "@/lib/ids";
import { SESSION_SECONDS } from "@/lib/users/sessions";
import { issueToken, readSessionCookie, readToken } from "./token";

vi.stubEnv("NEXTAUTH_SECRET", "s".repeat(32));
afterAll(() => vi.unstubAllEnvs());
afterEach(() => vi.useRealTimers());

const session = () => ({ sub: newId(), sid: newId() });

/** next-auth takes a token for so long after its end. */
const TOLERANCE_SECONDS = 15;

it("reads what a token names, each time and from a cookie alike", async () => {
  const named = session();
  const token = await issueToken(named);
  expect(await readToken(token)).toMatchObject(named);
  expect(await readToken(token)).toMatchObject(named);
  const cookies = { getAll: () => [{ name: "next-auth.session-token", value: token }] };
  expect(await readSessionCookie(cookies)).toMatchObject(named);
  expect(await readSessionCookie({ getAll: () => [] })).toBeNull();
});

it("knows no token that was changed, also after it has read the right one", async () => {
  const token = await issueToken(session());
  await readToken(token);
  const changed = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
  expect(await readToken(changed)).toBeNull();
  expect(await readToken("")).toBeNull();
});

it("does not take a token for longer because it was read before", async () => {
  const token = await issueToken(session());
  expect(await readToken(token)).not.toBeNull();
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(Date.now() + (SESSION_SECONDS + TOLERANCE_SECONDS + 1) * 1000);
  expect(await readToken(token)).toBeNull();
});
