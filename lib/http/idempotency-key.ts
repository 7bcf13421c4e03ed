/** The `Idempotency-Key` header: by it a repeated request is known as the same one. */
import { AppError } from "@/lib/errors";

/** 1–100 printable characters, or null where the header is missing; throws `invalid_request`. */
export const idempotencyKeyOf = (request: Request): string | null => {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (!/^[\x20-\x7e]{1,100}$/.test(key)) {
    const message = "An Idempotency-Key has 1 to 100 printable characters.";
    throw new AppError("invalid_request", message, {
      fields: [{ path: "Idempotency-Key", message }],
    });
  }
  return key;
};
