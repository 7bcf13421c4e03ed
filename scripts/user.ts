/** `npm run user`: accounts, from a shell. */
import { main } from "./command/run";
import { userCommand } from "./command/user-command";

await main(userCommand);
