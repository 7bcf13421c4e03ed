/**
 * `npm run user -- create|reset-password|list|delete`: accounts, for whoever runs the installation. There is no e-mail
 * server to ask, so a forgotten password is reset here. Passwords never stand in an argument, where other processes
 * and the shell's history would see them: they are typed unseen, piped in, or made up and shown once.
 */
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import type { z } from "zod";
import type { Database } from "@/db/client";
import { hashPassword } from "@/lib/auth/password";
import { deleteAccount, listAccounts, resetPassword } from "@/lib/users/accounts";
import { email as emailAddress, password as passwordRule, userName } from "@/lib/users/schema";
import { createUser, findUserByEmail, type User } from "@/lib/users/service";
import { type Command, EXIT, type Exit, UsageError } from "./run";
import type { Terminal } from "./terminal";

const USAGE = `npm run user -- create EMAIL [--name NAME] [--generate]
npm run user -- reset-password EMAIL [--generate]
npm run user -- list
npm run user -- delete EMAIL [--yes]

  --generate  makes a password and shows it once; else it is asked for, or read from stdin in a script
  --yes       deletes without asking for the e-mail address again
`;

type Given = {
  db: Database;
  terminal: Terminal;
  address: string | undefined;
  options: { name?: string | undefined; generate: boolean; yes: boolean };
};

const parsed = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  throw new UsageError(error.issues[0]?.message ?? "That can't be used.");
};

const addressOf = ({ address }: Given): string => {
  if (address === undefined)
    throw new UsageError(`Say whose account: its e-mail address.\n\n${USAGE}`);
  return parsed(emailAddress, address);
};

const accountOf = async (given: Given): Promise<User> => {
  const address = addressOf(given);
  const user = await findUserByEmail(given.db, address);
  if (user) return user;
  throw new UsageError(`There is no account with the e-mail address ${address}.`);
};

/** 20 characters, 120 bits. */
const generatePassword = (): string => randomBytes(15).toString("base64url");

/** The new password: typed twice, piped in, or made up. */
const choosePassword = async ({ terminal, options }: Given): Promise<string> => {
  if (options.generate) {
    const password = generatePassword();
    terminal.print(password);
    terminal.complain("This is the password. It is shown this once.");
    return password;
  }
  if (!terminal.interactive) {
    return parsed(passwordRule, (await terminal.readAll()).split(/\r?\n/)[0]);
  }
  const password = parsed(passwordRule, await terminal.ask("Password: ", { hidden: true }));
  if (password !== (await terminal.ask("The same again: ", { hidden: true }))) {
    throw new UsageError("The two passwords differ. Nothing was changed.");
  }
  return password;
};

const create = async (given: Given): Promise<Exit> => {
  const { db, terminal, options } = given;
  const address = addressOf(given);
  const name = parsed(userName, options.name ?? address.split("@")[0]);
  if (await findUserByEmail(db, address)) {
    throw new UsageError(`There is an account with the e-mail address ${address} already.`);
  }
  const passwordHash = await hashPassword(await choosePassword(given));
  await createUser(db, { email: address, name, passwordHash, now: new Date() });
  terminal.complain(`${address} can sign in now.`);
  return EXIT.done;
};

const reset = async (given: Given): Promise<Exit> => {
  const user = await accountOf(given);
  const passwordHash = await hashPassword(await choosePassword(given));
  await resetPassword(given.db, user.id, { passwordHash, now: new Date() });
  given.terminal.complain(
    `${user.email} signs in with the new password from now on. Every session was ended; access tokens stay.`,
  );
  return EXIT.done;
};

const list = async ({ db, terminal }: Given): Promise<Exit> => {
  const accounts = await listAccounts(db);
  const width = Math.max(0, ...accounts.map(({ email }) => email.length));
  for (const { email, name, operator, createdAt, tasks } of accounts) {
    const since = createdAt.toISOString().slice(0, 10);
    const role = operator ? "  operator" : "";
    terminal.print(
      `${email.padEnd(width)}  since ${since}  ${tasks} ${tasks === 1 ? "task" : "tasks"}  ${name}${role}`,
    );
  }
  if (accounts.length === 0) terminal.complain("There is no account yet.");
  return EXIT.done;
};

const remove = async (given: Given): Promise<Exit> => {
  const { db, terminal, options } = given;
  const user = await accountOf(given);
  if (!options.yes) {
    if (!terminal.interactive) {
      throw new UsageError(
        `This deletes ${user.email} and everything in it: say --yes if it should.`,
      );
    }
    const typed = await terminal.ask(
      `This deletes ${user.email} with every task and conversation, for good.\nType the e-mail address to go on: `,
    );
    if (typed.trim().toLowerCase() !== user.email) {
      terminal.complain("That is another address. Nothing was deleted.");
      return EXIT.refused;
    }
  }
  await deleteAccount(db, user.id);
  terminal.complain(`${user.email} is deleted.`);
  return EXIT.done;
};

const VERBS = { create, "reset-password": reset, list, delete: remove };

const isVerb = (name: string): name is keyof typeof VERBS => Object.hasOwn(VERBS, name);

export const userCommand: Command = async ({ args, database, terminal }) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: "string" },
      generate: { type: "boolean", default: false },
      yes: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const [verb, address, ...rest] = positionals;
  if (verb === undefined || values.help) {
    terminal.print(USAGE);
    return EXIT.done;
  }
  if (!isVerb(verb) || rest.length > 0) throw new UsageError(`That is not understood.\n\n${USAGE}`);
  return VERBS[verb]({ db: await database(), terminal, address, options: values });
};
