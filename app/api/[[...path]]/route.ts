/** /api itself, and every address below it that is no route of its own. */
import { AppError } from "@/lib/errors";
import { answerCaller } from "@/lib/http/route";

const nothingHere = answerCaller(async () => {
  throw new AppError("not_found", "There is nothing at this address.");
});

export {
  nothingHere as GET,
  nothingHere as POST,
  nothingHere as PUT,
  nothingHere as PATCH,
  nothingHere as DELETE,
  nothingHere as OPTIONS,
};
