/** The headers that tell a browser what our answers may do. Set by middleware on every one. */

type Situation = {
  /** `next dev` evaluates code for reloading, and talks to its own WebSocket. */
  development: boolean;
  /** The public address is https, so that browsers may be told to stay there. */
  https: boolean;
};

const contentSecurityPolicy = (nonce: string, { development, https }: Situation): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // Style elements need the nonce; React writes style attributes.
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");

/** Name and value of each header, for an answer whose scripts carry `nonce`. */
export const securityHeaders = (nonce: string, situation: Situation): Record<string, string> => ({
  "Content-Security-Policy": contentSecurityPolicy(nonce, situation),
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
  ...(situation.https ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
});
