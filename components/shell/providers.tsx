"use client";
/** What every page of the signed-in app stands in: the cache of server data, and toasts. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { ApiError } from "@/components/api";
import { ToastProvider } from "@/components/ui/toast";

const RETRIES = 2;

const isRefusal = (error: Error) =>
  error instanceof ApiError && error.status >= 400 && error.status < 500;

const makeClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A request that the server refused will be refused again.
        retry: (failures, error) => failures < RETRIES && !isRefusal(error),
        // Offline, fail with a sentence instead of waiting without one.
        networkMode: "always",
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });

export const Providers = ({ children }: { children: ReactNode }) => {
  const [client] = useState(makeClient);
  return (
    <QueryClientProvider client={client}>
      <ToastProvider>{children}</ToastProvider>
    </QueryClientProvider>
  );
};
