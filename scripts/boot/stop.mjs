/** A reason not to start that a person can mend: shown as its sentence, without a stack. */
export class StartError extends Error {
  /** @override */
  name = "StartError";
}

/**
 * Runs one of the scripts; a `StartError` becomes its sentence and exit code 1.
 * @param {() => Promise<void>} work
 */
export const orExplain = async (work) => {
  try {
    await work();
  } catch (error) {
    if (error instanceof StartError) console.error(error.message);
    else if (isMissingPackage(error)) console.error("Run `npm ci` first: packages are missing.");
    else console.error(error);
    process.exit(1);
  }
};

/** @param {unknown} error */
const isMissingPackage = (error) =>
  error instanceof Error &&
  "code" in error &&
  error.code === "ERR_MODULE_NOT_FOUND" &&
  error.message.startsWith("Cannot find package");
