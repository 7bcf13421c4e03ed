import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Connection } from "@/db/client";
import { users } from "@/db/schema";
import { restoreFromFile } from "@/db/restore";
import { writeWhole } from "@/db/whole-file";
import { makeUser, onEmbeddedDatabase } from "@/test/database";
import { askServer } from "./ask";
import { openDoor } from "./door";
import { operatorSocket } from "./socket";

let dataDir = "";
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "errand-door-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

it("is closed where no server runs", async () => {
  expect(await askServer(dataDir, "/backup")).toBeNull();
  expect(await askServer(join(dataDir, "nowhere"), "/backup")).toBeNull();
});

onEmbeddedDatabase("the operator's door", (database) => {
  beforeEach(() => {
    // As `getConnection` keeps it.
    const connection: Connection = {
      db: database(),
      kind: "embedded",
      close: async () => undefined,
    };
    Object.assign(globalThis, { errandConnection: Promise.resolve(connection) });
  });

  it("gives a backup of the running server's database, and keeps nothing of it", async () => {
    const person = await makeUser(database(), { name: "Ada" });
    await openDoor(dataDir);
    const file = join(dataDir, "fetched");
    const response = await askServer(dataDir, "/backup");
    expect(response?.statusCode).toBe(200);
    await writeWhole(file, (stream) => pipeline(response ?? [], stream));
    await restoreFromFile(database(), file, { replace: true });
    expect((await database().select().from(users)).map(({ id }) => id)).toEqual([person.userId]);
    expect(readdirSync(dataDir).sort()).toEqual(["fetched", "operator.sock"]);
  });

  it("opens for the server's own account only", async () => {
    await openDoor(dataDir);
    expect(statSync(operatorSocket(dataDir)).mode & 0o777).toBe(0o600);
  });

  it("takes over from a process that was killed, and clears up after it", async () => {
    writeFileSync(operatorSocket(dataDir), "");
    writeFileSync(join(dataDir, "backup-on-its-way-1"), "half");
    await openDoor(dataDir);
    expect((await askServer(dataDir, "/nothing"))?.statusCode).toBe(404);
    expect(readdirSync(dataDir)).toEqual(["operator.sock"]);
  });

  it("leaves another instance's alone", async () => {
    const first = createServer((_, response) => response.writeHead(299).end());
    await new Promise<void>((resolve) => first.listen(operatorSocket(dataDir), resolve));
    await openDoor(dataDir);
    expect((await askServer(dataDir, "/backup"))?.statusCode).toBe(299);
    await new Promise((resolve) => first.close(resolve));
  });
});
