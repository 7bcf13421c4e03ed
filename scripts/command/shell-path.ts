/** A path as the person who typed it means it: npm runs scripts in the project's folder. */
import { resolve } from "node:path";

export const shellPath = (path: string): string =>
  resolve(process.env["INIT_CWD"] ?? process.cwd(), path);
