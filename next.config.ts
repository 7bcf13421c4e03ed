import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Its usual corner is where the account is.
  devIndicators: { position: "bottom-right" },
  // Loaded by Node as they are: they read files of their own package, or load native code.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@node-rs/argon2",
    "@opentelemetry/api",
    "@opentelemetry/exporter-trace-otlp-http",
    "@opentelemetry/resources",
    "@opentelemetry/sdk-trace-node",
    "@vercel/postgres",
    "fs-native-extensions",
    "pg",
    "pino",
    "prom-client",
    "rate-limiter-flexible",
  ],
  // Read at the start by path, and a platform that copies only what is imported would leave them behind.
  outputFileTracingIncludes: { "/**": ["./db/migrations/**/*"] },
  // `npm run check` does the types, with the development dependencies that tests need; a host has only the others.
  typescript: { ignoreBuildErrors: true },
};

export default config;
