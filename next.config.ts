import type { NextConfig } from "next";

const config: NextConfig = {
  // Only for the container's image (npm run build:image): copying the trace takes time that `npm start` has no use for.
  ...(process.env.ERRAND_OUTPUT === "standalone" && { output: "standalone" }),
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
  // Nothing here goes through next/image, whose native library would be a fifth of the container's image.
  images: { unoptimized: true },
  // Found by path while it runs: a platform that copies only what is imported would leave them behind.
  outputFileTracingIncludes: {
    "/**": [
      "./db/migrations/**/*",
      `./node_modules/fs-native-extensions/prebuilds/${process.platform}-${process.arch}/*`,
      // rate-limiter-flexible imports it in a way that no tracing sees.
      "./node_modules/drizzle-orm/package.json",
      "./node_modules/drizzle-orm/{*.js,sql/**/*.js,pg-core/**/*.js}",
    ],
  },
  outputFileTracingExcludes: {
    "next-server": ["./node_modules/@img/**", "./node_modules/sharp/**"],
  },
  // `npm run check` does the types, with the development dependencies that tests need; a host has only the others.
  typescript: { ignoreBuildErrors: true },
};

export default config;
