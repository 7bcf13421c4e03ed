/**
 * Reading a JSON body: its media type, its size and its form are checked here, its meaning by the route's schema.
 */
import { AppError } from "@/lib/errors";

/** 256 KiB. */
export const BODY_MAX_BYTES = 256 * 1024;

const tooLarge = () =>
  new AppError("payload_too_large", `A body may have at most ${BODY_MAX_BYTES / 1024} KiB.`);

/** Throws `payload_too_large` for a body that says itself that it is. */
export const refuseLarge = (request: Request): void => {
  if (Number(request.headers.get("content-length") ?? 0) > BODY_MAX_BYTES) throw tooLarge();
};

const readBytes = async (request: Request): Promise<Uint8Array> => {
  refuseLarge(request);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > BODY_MAX_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/**
 * The parsed body, or undefined where there is none; throws `unsupported_media_type`, `payload_too_large` or
 * `invalid_request`.
 */
export const readJson = async (request: Request): Promise<unknown> => {
  const mediaType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const empty = request.body === null || request.headers.get("content-length") === "0";
  if (mediaType !== "application/json" && !(mediaType === undefined && empty)) {
    throw new AppError(
      "unsupported_media_type",
      "Send the body as Content-Type: application/json.",
    );
  }
  const bytes = await readBytes(request);
  if (bytes.byteLength === 0) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError("invalid_request", "The body is not valid JSON.", { cause });
  }
};
