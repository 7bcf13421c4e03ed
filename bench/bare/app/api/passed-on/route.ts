/** What Next alone costs: the model's answer, passed on as it comes. */
export const POST = async (request: Request): Promise<Response> => {
  const { body } = await fetch(`${process.env["OPENAI_BASE_URL"] ?? ""}/chat/completions`, {
    method: "POST",
    headers: { authorization: "Bearer bench", "content-type": "application/json" },
    body: await request.text(),
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
};
