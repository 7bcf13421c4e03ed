/** `npm run restore FILE`: a backup, back into a database. */
import { restoreCommand } from "./command/restore-command";
import { main } from "./command/run";

await main(restoreCommand);
