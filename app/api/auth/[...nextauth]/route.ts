/** next-auth's own routes: the browser's session, its CSRF token, sign-in by form, and sign-out. */
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";

type Segments = { params: Promise<{ nextauth: string[] }> };

const handler = (request: NextRequest, segments: Segments): Promise<Response> =>
  NextAuth(request, segments, authOptions()) as Promise<Response>;

export { handler as GET, handler as POST };
