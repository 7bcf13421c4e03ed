/** The `Last-Event-ID` header, by which a client goes on where its stream was cut. */
import { AppError } from "@/lib/errors";

/** The number of the last event that the client has, or null; throws `invalid_request` for anything else. */
export const lastEventIdOf = (request: Request): number | null => {
  const value = request.headers.get("last-event-id");
  if (value === null || value === "") return null;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const message = "Last-Event-ID is the number of an event.";
  throw new AppError("invalid_request", message, { fields: [{ path: "Last-Event-ID", message }] });
};
