/** People in tests: who they are, and how they come to an account and a session without the pages for it. */
import type { APIRequestContext, BrowserContext } from "@playwright/test";

export type Person = { name: string; email: string; password: string };

let people = 0;

/** Somebody who has no account yet. */
export const newPerson = (name = "Ada"): Person => {
  people += 1;
  const email = `${name.toLowerCase()}.${process.pid}.${people}@example.com`;
  return { name, email, password: "correct horse battery" };
};

/** Makes an account over the API, in the browser's own time zone; its bearer token. */
export const signUpByApi = async (request: APIRequestContext, person: Person): Promise<string> => {
  const response = await request.post("/api/auth/signup", { data: person });
  if (!response.ok()) throw new Error(`Sign-up failed: ${await response.text()}`);
  const { token } = (await response.json()) as { token: string };
  const me = await request.patch("/api/me", {
    headers: { Authorization: `Bearer ${token}` },
    data: { time_zone: "Europe/Berlin" },
  });
  if (!me.ok()) throw new Error(`The time zone was not taken: ${await me.text()}`);
  return token;
};

/** Gives a browser the session of somebody who has an account, as the sign-in form does. */
export const signInContext = async (context: BrowserContext, person: Person): Promise<void> => {
  const csrf = await context.request.get("/api/auth/csrf");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const { email, password } = person;
  const response = await context.request.post("/api/auth/callback/credentials", {
    form: { csrfToken, email, password, json: "true" },
  });
  if (!response.ok()) throw new Error(`Sign-in failed: ${await response.text()}`);
};
