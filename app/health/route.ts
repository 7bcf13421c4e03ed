/** The health check at the address that the project's first documents gave it. */
export { DELETE, GET, OPTIONS, PATCH, POST, PUT } from "@/app/api/health/route";
