/** `npm run doctor`: what works, and what to do about what doesn't. */
import { doctorCommand } from "./command/doctor-command";
import { main } from "./command/run";

await main(doctorCommand);
