import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["{app,bench,components,db,lib,scripts,test}/**/*.test.{ts,tsx}"],
    environment: "node",
    // Machines that run tests are shared and slow at times; a test that hangs is found all the same.
    testTimeout: 30_000,
    globalSetup: "./test/global-setup.ts",
    // A developer's own settings must not reach the tests; an empty value counts as unset.
    env: {
      DATA_DIR: fileURLToPath(new URL(".data/test", import.meta.url)),
      LOG_LEVEL: "silent",
      MODEL_FALLBACK: "",
      NEXTAUTH_SECRET: "only-for-tests-only-for-tests-only",
      NEXTAUTH_URL: "",
      OPENAI_API_KEY: "",
      OPENAI_BASE_URL: "",
      OPENAI_MODEL: "",
      POSTGRES_DRIVER: "",
      POSTGRES_URL: "",
      TRUST_PROXY: "",
    },
  },
});
