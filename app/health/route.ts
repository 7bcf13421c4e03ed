/** The health check at the address that the project's first documents gave it. */
export { DELETE, GET, PATCH, POST, PUT } from "@/app/api/health/route";
