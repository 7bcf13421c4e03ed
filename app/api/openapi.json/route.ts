import { openApiDocument } from "@/lib/http/openapi/document";
import { serverOperations } from "@/lib/http/operations/server";
import { routes, withoutUser } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withoutUser(serverOperations.openapi, async () =>
    Response.json(openApiDocument(), { headers: { "Cache-Control": "no-cache" } }),
  ),
);
