/** Packages of the tools that ship no types: the parts that their configuration uses. */
declare module "eslint-plugin-jsx-a11y" {
  const plugin: { flatConfigs: { recommended: import("eslint").Linter.Config } };
  export default plugin;
}
