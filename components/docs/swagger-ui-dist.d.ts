/** The viewer's bundle ships no types: the part that `api-reference.tsx` uses. */
declare module "swagger-ui-dist/swagger-ui-es-bundle.js" {
  type Preset = readonly unknown[];
  type Options = {
    domNode: HTMLElement;
    url: string;
    presets: Preset;
    deepLinking: boolean;
    docExpansion: "list" | "full" | "none";
    defaultModelsExpandDepth: number;
    defaultModelExpandDepth: number;
    displayRequestDuration: boolean;
    /** Null: the document is sent to nobody to be checked. */
    validatorUrl: null;
  };
  const SwaggerUI: ((options: Options) => void) & { presets: { apis: Preset } };
  export default SwaggerUI;
}
