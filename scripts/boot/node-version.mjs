/** Imported first, for its effect: an old Node ends here with a sentence, before it meets syntax that it can't read. */
const REQUIRED = [20, 19];

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const [requiredMajor = 0, requiredMinor = 0] = REQUIRED;
if (major < requiredMajor || (major === requiredMajor && minor < requiredMinor)) {
  console.error(
    `Errand needs Node ${REQUIRED.join(".")} or later; this is ${process.versions.node}. See https://nodejs.org`,
  );
  process.exit(1);
}
