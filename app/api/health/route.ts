import { healthReport } from "@/lib/http/health";
import { serverOperations } from "@/lib/http/operations/server";
import { json, routes, withoutUser } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withoutUser(serverOperations.health, async () => {
    const report = await healthReport();
    return json(report, report.status === "healthy" ? 200 : 503);
  }),
);
