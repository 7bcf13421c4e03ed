/** What the bench compares with: the AI SDK's own quickstart route, without accounts, a database or tools. */
import { createOpenAI } from "@ai-sdk/openai";
import { convertToModelMessages, streamText, type UIMessage } from "ai";

const openai = createOpenAI({
  apiKey: process.env["OPENAI_API_KEY"] ?? "",
  baseURL: process.env["OPENAI_BASE_URL"] ?? "",
});

export const POST = async (request: Request): Promise<Response> => {
  const { messages } = (await request.json()) as { messages: UIMessage[] };
  const result = streamText({
    model: openai.chat("bench"),
    messages: await convertToModelMessages(messages),
  });
  return result.toUIMessageStreamResponse();
};
