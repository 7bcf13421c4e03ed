/**
 * Lint: mistakes that types don't show. Who may import whom is in `.dependency-cruiser.mjs`, form is Prettier's.
 */
import next from "@next/eslint-plugin-next";
import a11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** What Next itself asks to be a default export, and the configuration files of tools. */
const DEFAULT_EXPORTS = [
  "app/**/{page,layout,error,loading,not-found,global-error,template,default}.tsx",
  "app/**/{manifest,robots,sitemap,icon,apple-icon,opengraph-image}.{ts,tsx}",
  "**/*.config.{ts,mjs}",
  ".dependency-cruiser.mjs",
  "test/global-setup.ts",
  "e2e/global-setup.ts",
];

/**
 * A comment that switches a rule off says why: after `--`, or in the comment above it.
 * @type {import("eslint").Rule.RuleModule}
 */
const reasonedSuppressions = {
  create: (context) => ({
    Program: () => {
      const comments = context.sourceCode.getAllComments();
      for (const { value, loc } of comments) {
        if (!loc || !/^\s*eslint-disable/.test(value) || /\s--\s+\S/.test(value)) continue;
        if (comments.some((other) => other.loc?.end.line === loc.start.line - 1)) continue;
        context.report({ loc, message: "Say why, after `--` or in the line above." });
      }
    },
  }),
};

const TESTS = ["**/*.{test,fixture}.{ts,tsx}", "test/**", "e2e/**"];

export default defineConfig(
  globalIgnores(["**/.next/", ".data/", "coverage/", "playwright-report/", "test-results/"]),
  globalIgnores(["**/*.d.ts"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    plugins: { errand: { rules: { "reasoned-suppressions": reasonedSuppressions } } },
    rules: { "errand/reasoned-suppressions": "error" },
  },
  tseslint.configs.recommendedTypeChecked,
  {
    files: ["**/*.{ts,tsx,mjs}"],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Only lib/env.ts reads the environment." },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "ExportDefaultDeclaration",
          message: "Export by name; only what Next or a tool loads is a default export.",
        },
        { selector: "ExportAllDeclaration", message: "No barrels: import from where it is made." },
      ],
      "no-console": "error",
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-expect-error": true, "ts-ignore": true, "ts-nocheck": true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-base-to-string": [
        "error",
        // What FormData.get() may be, by its type; a text field's value is a string.
        { ignoredTypeNames: ["Error", "RegExp", "URL", "URLSearchParams", "File"] },
      ],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "@typescript-eslint/no-misused-promises": [
        "error",
        // React ignores what an event handler returns; what it throws is the handler's own care.
        { checksVoidReturn: { attributes: false } },
      ],
      // An async function without an await still turns what it throws into a rejection.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ["{app,components}/**/*.{ts,tsx}"],
    extends: [
      reactHooks.configs.flat["recommended-latest"],
      a11y.flatConfigs.recommended,
      next.configs["core-web-vitals"],
    ],
    rules: {
      // They ask for what the React compiler needs, which is not in use here.
      "react-hooks/immutability": "off",
      "react-hooks/preserve-manual-memoization": "off",
      "jsx-a11y/no-noninteractive-element-interactions": [
        "error",
        {
          handlers: ["onClick", "onMouseDown", "onMouseUp", "onKeyPress", "onKeyDown", "onKeyUp"],
          // A dialog's backdrop is part of it; keys that are pressed inside of a form or an item reach it.
          dialog: ["onClick"],
          form: ["onKeyDown"],
          li: ["onKeyDown"],
        },
      ],
      // What scrolls by itself (messages, a wide table, code) can be reached and scrolled by keyboard.
      "jsx-a11y/no-noninteractive-tabindex": [
        "error",
        { tags: [], roles: ["tabpanel", "log", "group"] },
      ],
    },
  },
  // A press on the backdrop closes; Esc, which <dialog> brings, is the keyboard's way.
  {
    files: ["components/ui/dialog.tsx"],
    rules: { "jsx-a11y/click-events-have-key-events": "off" },
  },
  { files: DEFAULT_EXPORTS, rules: { "no-restricted-syntax": "off" } },
  {
    files: [
      "lib/env.ts",
      "instrumentation.ts",
      "scripts/**",
      "bench/**",
      "*.config.{ts,mjs}",
      ...TESTS,
    ],
    rules: { "no-restricted-properties": "off" },
  },
  { files: ["scripts/**", "e2e/**"], rules: { "no-console": "off" } },
  {
    files: TESTS,
    rules: {
      "max-lines": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      // Matchers and parsed answers are `any`; the assertion is what checks them.
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      // What a fake rejects with is part of the test.
      "@typescript-eslint/only-throw-error": "off",
      "@typescript-eslint/prefer-promise-reject-errors": "off",
    },
  },
);
