/** `npm run tool`: one of the assistant's tools, from a shell. */
import { main } from "./command/run";
import { toolCommand } from "./command/tool-command";

await main(toolCommand);
