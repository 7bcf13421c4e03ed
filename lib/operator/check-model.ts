/** The doctor on the model: asks it one short question, with a tool, as a turn does. That costs a few tokens. */
import { type Model, ModelError, type ModelRequest } from "@/lib/model/model";
import { type Finding, failed, failedAs, ok } from "./finding";

const QUESTION: ModelRequest = {
  system: "Answer with the one word: ready",
  messages: [{ role: "user", content: "Are you ready?" }],
  tools: [
    {
      name: "list_tasks",
      description: "Lists the tasks of the person who asks. Not needed for this question.",
      parameters: { type: "object", properties: {}, additionalProperties: false },
    },
  ],
  now: new Date(0),
  timeZone: "UTC",
};

/** Whether the model answers within `timeoutMs`. */
export const checkModel = async (model: Model, timeoutMs: number): Promise<Finding> => {
  if (model.kind === "offline") {
    return ok("model", "The offline assistant answers; OPENAI_API_KEY would set a language model.");
  }
  const signal = AbortSignal.timeout(timeoutMs);
  const begun = performance.now();
  try {
    await model.respond(QUESTION, signal, () => undefined);
    return ok("model", `${model.name} answers (${Math.round(performance.now() - begun)} ms).`);
  } catch (error) {
    if (error instanceof ModelError) return failedAs("model", error.message);
    if (!signal.aborted) throw error;
    return failed(
      "model",
      `${model.name} did not answer in ${Math.round(timeoutMs / 1000)} seconds.`,
      "Check the network, and OPENAI_BASE_URL if it is set.",
    );
  }
};
