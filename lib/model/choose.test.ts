import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startMockOpenAI } from "@/test/mock-openai";
import { play } from "@/test/model-round";

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of thirty-two characters.");
  vi.stubEnv("LOG_LEVEL", "silent");
  for (const name of ["OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL"]) vi.stubEnv(name, "");
  // The environment is read once, and the assistant is made once.
  vi.resetModules();
});
afterEach(() => vi.unstubAllEnvs());

describe("without a key", () => {
  it("is the embedded assistant", async () => {
    const { configuredModel, describeModel } = await import("./choose");
    expect(describeModel()).toEqual({ kind: "offline", name: "offline" });
    expect(await configuredModel()).toMatchObject({ kind: "offline", name: "offline" });
  });
});

describe("getting ready", () => {
  it.each([
    ["without a key", "", "off", 1],
    ["as a stand-in", "sk-test", "on", 1],
    ["where another model answers", "sk-test", "off", 0],
  ])(
    "warms the embedded assistant up only where it answers: %s",
    async (_, key, fallback, times) => {
      const warmUp = vi.fn(() => Promise.resolve());
      vi.doMock("./offline/warm-up", () => ({ warmUp }));
      vi.stubEnv("OPENAI_API_KEY", key);
      vi.stubEnv("MODEL_FALLBACK", fallback);
      await (await import("./choose")).warmUp();
      expect(warmUp).toHaveBeenCalledTimes(times);
      vi.doUnmock("./offline/warm-up");
    },
  );
});

describe("with a key", () => {
  it("is the named model at the named address, one for all turns", async () => {
    const mock = await startMockOpenAI({ apiKey: "sk-test" });
    mock.script({ text: "Hello." });
    vi.stubEnv("OPENAI_API_KEY", "sk-test");
    vi.stubEnv("OPENAI_BASE_URL", `${mock.url}/`);
    vi.stubEnv("OPENAI_MODEL", "some-model");
    const { configuredModel, describeModel } = await import("./choose");
    expect(describeModel()).toEqual({ kind: "openai", name: "some-model" });
    const model = await configuredModel();
    expect(await configuredModel()).toBe(model);
    expect(model).toMatchObject(describeModel());
    expect((await play(model)).text).toBe("Hello.");
    expect(mock.requests()).toMatchObject([
      { path: "/v1/chat/completions", body: { model: "some-model" } },
    ]);
    await mock.stop();
  });

  it.each([
    ["on", "offline"],
    ["off", undefined],
  ])("has a stand-in only where MODEL_FALLBACK says so: %s", async (fallback, name) => {
    vi.stubEnv("OPENAI_API_KEY", "sk-test");
    vi.stubEnv("MODEL_FALLBACK", fallback);
    const { standIn } = await import("./choose");
    expect((await standIn())?.name).toBe(name);
  });
});
