/** A model whose rounds are told to observers. Called by the agent's turn. */
import { beginWork } from "@/lib/observe";
import { type Model, ModelError } from "./model";

export const observedModel = (model: Model): Model => ({
  name: model.name,
  kind: model.kind,
  async respond(request, signal, hear) {
    const begun = performance.now();
    const call = beginWork("model", { model: model.name, provider: model.kind });
    const { facts } = call;
    try {
      await model.respond(request, signal, (event) => {
        facts.first_token_ms ??= performance.now() - begun;
        if (event.type === "finish") {
          facts.outcome = "completed";
          facts.finish_reason = event.reason;
          facts.prompt_tokens = event.usage.promptTokens;
          facts.cached_tokens = event.usage.cachedTokens;
          facts.completion_tokens = event.usage.completionTokens;
        }
        hear(event);
      });
    } catch (error) {
      if (error instanceof ModelError) facts.outcome = error.kind;
      else if (!signal.aborted) facts.outcome = "error";
      if (!signal.aborted) call.end(error);
      throw error;
    } finally {
      // Also when whoever listens has stopped.
      facts.outcome ??= "aborted";
      call.end();
    }
  },
});
