/**
 * The signed-in person of a page that is being rendered. Server Components only.
 */
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { type Caller, callerFromCookies } from "./require-user";

/** The caller of this render, or null; asked once for all components of it. */
export const pageCaller = cache(async (): Promise<Caller | null> =>
  callerFromCookies(await cookies()),
);

/** The caller of this render; sends the browser to the sign-in page when nobody is signed in. */
export const pageContext = async (): Promise<Caller> => (await pageCaller()) ?? redirect("/signin");
