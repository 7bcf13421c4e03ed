import { healthReport } from "@/lib/http/health";
import { json, publicRoutes, withoutUser } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = publicRoutes({
  GET: withoutUser({}, async () => {
    const report = await healthReport();
    return json(report, report.status === "healthy" ? 200 : 503);
  }),
});
