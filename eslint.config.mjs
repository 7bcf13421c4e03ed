/**
 * Lint: mistakes that types don't show. Who may import whom is in `.dependency-cruiser.mjs`, form is Prettier's.
 * Comments can't switch a rule off: where a rule doesn't fit a kind of file, it says so here, once.
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
  "*.config.{ts,mjs}",
  ".dependency-cruiser.mjs",
  "test/global-setup.ts",
  "e2e/global-setup.ts",
];

const TESTS = ["**/*.test.{ts,tsx}", "test/**", "e2e/**"];

export default defineConfig(
  globalIgnores([".next/", ".data/", "coverage/", "playwright-report/", "test-results/"]),
  globalIgnores(["**/*.d.ts"]),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" } },
  tseslint.configs.recommendedTypeChecked,
  {
    files: ["**/*.{ts,tsx,mjs}"],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: ["error", "always"],
      "max-lines": ["error", { max: 350, skipBlankLines: true, skipComments: true }],
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
      a11y.flatConfigs.strict,
      next.configs["core-web-vitals"],
    ],
    rules: {
      "jsx-a11y/no-noninteractive-element-interactions": [
        "error",
        {
          handlers: ["onClick", "onMouseDown", "onMouseUp", "onKeyPress", "onKeyDown", "onKeyUp"],
          // Its backdrop is part of it.
          dialog: ["onClick"],
          body: ["onError", "onLoad"],
          iframe: ["onError", "onLoad"],
          img: ["onError", "onLoad"],
        },
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
    files: ["lib/env.ts", "instrumentation.ts", "scripts/**", "*.config.{ts,mjs}", ...TESTS],
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
    },
  },
);
