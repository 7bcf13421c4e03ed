/** `npm run backup FILE`: everything in the database, in one file. */
import { backupCommand } from "./command/backup-command";
import { main } from "./command/run";

await main(backupCommand);
