/**
 * Who may import whom (docs: ARCHITECTURE.md, "The house"). `npm run lint:imports` checks it, type imports included;
 * `test/import-rules.test.ts` checks that these rules catch what they are for.
 *
 *   app → components, lib/http, lib/auth → lib/agent → lib/tools, lib/model → lib/tasks, conversations, users → db
 */

/** Runs in the browser too: zod and pure functions only. */
const BROWSER_SAFE =
  "^lib/(([^/]+/schema)|(agent/(events|sse|transcript))|(tasks/(dates-format|dates/calendar)))\\.ts$";
/** Everyone's: the environment, errors, ids, the log, who acts. */
const SHARED = "^lib/(context|env|errors|ids|log|observe)\\.ts$";
const TESTS = "(\\.test\\.tsx?$)|(^(test|e2e|bench)/)";

/** The layers, highest first. A file may import its own layer where `within` says so, and any lower one. */
const LAYERS = [
  { name: "app", path: "^(app/|middleware\\.ts$|instrumentation\\.ts$|lib/boot\\.ts$)" },
  { name: "http", path: "^lib/(http|mcp|auth|observability|operator)/" },
  { name: "agent", path: "^lib/agent/" },
  { name: "tools-and-model", path: "^lib/(tools|model)/" },
  { name: "services", path: "^lib/((tasks|conversations|users)/|rate-limit\\.ts$)" },
  { name: "db", path: "^db/" },
];

/** A layer must not import those above it. */
const neverUpward = LAYERS.slice(1).map(
  /** @returns {import("dependency-cruiser").IForbiddenRuleType} */
  (layer, index) => ({
    name: `never-upward-from-${layer.name}`,
    severity: "error",
    comment: "Layers import downward only.",
    from: { path: layer.path, pathNot: [TESTS, BROWSER_SAFE] },
    to: {
      path: ["^components/", ...LAYERS.slice(0, index + 1).map((above) => above.path)],
      pathNot: BROWSER_SAFE,
    },
  }),
);

/**
 * A package, or a family of them, and the only files that may name it.
 * @param {string} name
 * @param {string} packages regular expression of the package names
 * @param {string[]} homes
 * @returns {import("dependency-cruiser").IForbiddenRuleType}
 */
const oneHome = (name, packages, homes) => ({
  name: `one-home-for-${name}`,
  severity: "error",
  comment: "Each SDK has one home, so that it can be replaced there.",
  from: { pathNot: [TESTS, ...homes] },
  to: { path: `(^|node_modules/)(${packages})(/|$)` },
});

/** @type {import("dependency-cruiser").IConfiguration} */
const config = {
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      comment: "Two modules that import each other are one module in two files.",
      from: {},
      to: { circular: true },
    },
    ...neverUpward,
    {
      name: "services-apart",
      severity: "error",
      comment: "Services know each other by schema only; agent/turn.ts brings them together.",
      from: { path: "^lib/(tasks|conversations|users)/", pathNot: TESTS },
      to: { path: "^lib/(tasks|conversations|users)/", pathNot: ["^lib/$1/", BROWSER_SAFE] },
    },
    {
      name: "tools-and-model-apart",
      severity: "error",
      comment: "The loop passes tools to the model as data; neither knows the other.",
      from: { path: "^lib/(tools|model)/", pathNot: TESTS },
      to: { path: "^lib/(tools|model)/", pathNot: ["^lib/$1/", BROWSER_SAFE] },
    },
    {
      name: "shared-ground",
      severity: "error",
      comment: "What everyone imports imports nobody; a context names the database's type.",
      from: { path: SHARED, pathNot: TESTS },
      to: { path: "^(app|components|db|lib/[^/]+)/", pathNot: ["^db/client\\.ts$", BROWSER_SAFE] },
    },
    {
      name: "context-names-a-type-only",
      severity: "error",
      comment: "lib/ at the top is everyone's: it must not load the database.",
      from: { path: SHARED, pathNot: TESTS },
      to: { path: "^db/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "db-stands-alone",
      severity: "error",
      comment: "Tables may name the types that their JSON columns hold, nothing else of lib/.",
      from: { path: "^db/", pathNot: TESTS },
      to: { path: "^lib/", pathNot: [BROWSER_SAFE, SHARED] },
    },
    {
      name: "components-import-components",
      severity: "error",
      comment: "What runs in the browser imports components and browser-safe files only.",
      from: { path: "^components/", pathNot: TESTS },
      to: { path: "^(app|db|lib)/", pathNot: [BROWSER_SAFE, "^lib/errors\\.ts$"] },
    },
    {
      name: "browser-safe-files",
      severity: "error",
      comment: "Files that the browser loads import zod and each other.",
      from: { path: BROWSER_SAFE, pathNot: TESTS },
      to: {
        pathNot: [BROWSER_SAFE, "(^|node_modules/)(zod|eventsource-parser)(/|$)"],
      },
    },
    {
      name: "ui-has-no-data",
      severity: "error",
      comment: "components/ui draws what it is given.",
      from: { path: "^components/ui/", pathNot: TESTS },
      to: { path: "^(lib|components/(?!ui/))|node_modules/@tanstack/" },
    },
    {
      name: "offline-words-come-first",
      severity: "error",
      comment: "The offline assistant reads from words to commands, and never looks back up.",
      from: { path: "^lib/model/offline/(words|english)/", pathNot: TESTS },
      to: { path: "^lib/model/offline/(reading|doing|saying|conversation)/" },
    },
    {
      name: "offline-reading-looks-nothing-up",
      severity: "error",
      comment: "What a message says is read without a look at tasks or at what was said before.",
      from: { path: "^lib/model/offline/reading/", pathNot: TESTS },
      to: { path: "^lib/model/offline/(doing|saying|conversation)/" },
    },
    {
      name: "offline-doing-follows-commands",
      severity: "error",
      comment:
        "Commands are carried out as they are: what earlier turns make of a message is known by then.",
      from: { path: "^lib/model/offline/(doing|saying)/", pathNot: TESTS },
      to: { path: "^lib/model/offline/conversation/" },
    },
    oneHome("openai", "openai", ["^lib/model/openai[^/]*\\.ts$"]),
    oneHome("mcp", "@modelcontextprotocol", ["^lib/mcp/"]),
    oneHome("next-auth", "next-auth", [
      "^lib/auth/",
      "^middleware\\.ts$",
      "^components/auth/",
      "^app/api/auth/",
    ]),
    oneHome("drivers", "pg|@types/pg|@electric-sql/pglite|@vercel/postgres", [
      "^db/(client|preparing-client)\\.ts$",
    ]),
    oneHome("the-database", "drizzle-orm", [
      "^db/",
      "^lib/(tasks|conversations|users|events)/",
      "^lib/rate-limit\\.ts$",
      "^drizzle\\.config\\.ts$",
    ]),
    oneHome("passwords", "@node-rs/argon2", ["^lib/auth/password\\.ts$"]),
    oneHome("dates", "chrono-node", ["^lib/tasks/dates"]),
    oneHome("metrics", "prom-client", ["^lib/observability/metrics\\.ts$"]),
    oneHome("traces", "@opentelemetry", ["^lib/observability/tracing\\.ts$"]),
    oneHome("the-log", "pino", ["^lib/log\\.ts$"]),
    {
      name: "no-tests-in-the-app",
      severity: "error",
      comment: "The app must not need what only tests have.",
      from: {
        path: "^(app|components|db|lib|middleware\\.ts|instrumentation\\.ts)",
        pathNot: TESTS,
      },
      to: { path: TESTS },
    },
    {
      name: "no-development-dependencies-in-the-app",
      severity: "error",
      comment: "A host installs without them.",
      from: {
        path: "^(app|components|db|lib|scripts/start|middleware\\.ts|instrumentation\\.ts|next\\.config)",
        pathNot: TESTS,
      },
      to: { dependencyTypes: ["npm-dev"] },
    },
    {
      name: "resolvable",
      severity: "error",
      comment: "Installed by accident of another package, or not at all.",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "declared",
      severity: "error",
      comment: "A package that is imported is in package.json.",
      from: { path: "^(app|components|db|lib|scripts|test|e2e|bench)/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)\\.next/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};

export default config;
