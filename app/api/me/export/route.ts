import { exportResponse } from "@/lib/http/account-export";
import { meOperations } from "@/lib/http/operations/accounts";
import { routes, withUser } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(meOperations.export, ({ ctx }) => Promise.resolve(exportResponse(ctx))),
);
