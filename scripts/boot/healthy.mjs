/** Ends with 0 when the server at PORT says that it is well: a container's health check. */
const port = process.env["PORT"] || "3000";
const { ok } = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => ({ ok: false }));
process.exitCode = ok ? 0 : 1;
