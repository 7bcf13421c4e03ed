/** next-auth's own routes: the browser's session, its CSRF token, sign-in by form, and sign-out. */
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";
import { AppError } from "@/lib/errors";
import { refuseLarge } from "@/lib/http/body";
import { answerAnyone } from "@/lib/http/route";

type Segments = { params: Promise<{ nextauth: string[] }> };

const serve = (request: NextRequest, segments: Segments): Promise<Response> =>
  NextAuth(request, segments, authOptions(request.cookies)) as Promise<Response>;

const handler = (request: NextRequest, segments: Segments): Promise<Response> =>
  answerAnyone(async () => {
    const { nextauth } = await segments.params;
    // Its client writes to our log there, and so could anybody.
    if (nextauth[0] === "_log") {
      throw new AppError("not_found", "There is nothing at this address.");
    }
    refuseLarge(request);
    return serve(request, segments);
  })(request, segments);

export { handler as GET, handler as POST };
