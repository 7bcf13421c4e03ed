import { createServer } from "node:net";
import { expect, it } from "vitest";
import { type Connection, connectServer, openOnce } from "./client";
import { isDatabaseUnavailable } from "./failures";

const connection = {} as Connection;

it("opens once for all who ask at the same time and later", async () => {
  let opened = 0;
  const open = () => {
    opened += 1;
    return Promise.resolve(connection);
  };
  const slot = {};
  await Promise.all([openOnce(open, slot), openOnce(open, slot)]);
  expect(await openOnce(open, slot)).toBe(connection);
  expect(opened).toBe(1);
});

it("tries again after a first connection that failed", async () => {
  let tries = 0;
  const open = () => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error("away")) : Promise.resolve(connection);
  };
  const slot = {};
  await expect(openOnce(open, slot)).rejects.toThrow("away");
  expect(await openOnce(open, slot)).toBe(connection);
  expect(tries).toBe(2);
});

it("tells a server that can't be reached from a fault of ours", async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
  const address = closed.address();
  const port = typeof address === "object" && address ? address.port : 0;
  await new Promise((resolve) => closed.close(resolve));
  const refused = connectServer(`postgres://nobody@127.0.0.1:${port}/none`);
  await expect(refused).rejects.toSatisfy(isDatabaseUnavailable);
  expect(isDatabaseUnavailable(new TypeError("x is undefined"))).toBe(false);
});
