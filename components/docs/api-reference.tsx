"use client";
/**
 * The API's document in Swagger UI, which is loaded here and nowhere else. It has React and a theme of its own, so it
 * gets an element that ours leaves alone, and is told by a class when the page is dark.
 */
import { useEffect, useRef, useState } from "react";
import "swagger-ui-dist/swagger-ui.css";
import "./api-reference.css";
import { currentTheme } from "@/components/shell/theme";
import { Spinner } from "@/components/ui/spinner";

const DOCUMENT = "/api/openapi.json";
const DARK = "(prefers-color-scheme: dark)";

/** Keeps the viewer's theme with the page's; gives the way to stop. */
const followTheme = (): (() => void) => {
  const system = window.matchMedia(DARK);
  const { classList } = document.documentElement;
  const apply = () => {
    const theme = currentTheme();
    classList.toggle("dark-mode", theme === "dark" || (theme === "system" && system.matches));
  };
  apply();
  system.addEventListener("change", apply);
  return () => {
    system.removeEventListener("change", apply);
    classList.remove("dark-mode");
  };
};

const show = async (parent: HTMLElement): Promise<void> => {
  const { default: SwaggerUI } = await import("swagger-ui-dist/swagger-ui-es-bundle.js");
  const domNode = document.createElement("div");
  parent.replaceChildren(domNode);
  SwaggerUI({
    domNode,
    url: DOCUMENT,
    presets: SwaggerUI.presets.apis,
    deepLinking: true,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    defaultModelExpandDepth: 2,
    displayRequestDuration: true,
    validatorUrl: null,
  });
};

export const ApiReference = () => {
  const parent = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"loading" | "shown" | "failed">("loading");

  useEffect(followTheme, []);
  useEffect(() => {
    const element = parent.current;
    if (!element) return;
    show(element).then(
      () => setState("shown"),
      () => setState("failed"),
    );
    return () => element.replaceChildren();
  }, []);

  return (
    <>
      {state === "loading" && (
        <p role="status" className="flex items-center gap-2 px-5 py-8 text-14 text-ink-soft">
          <Spinner /> Loading the API…
        </p>
      )}
      {state === "failed" && (
        <p role="alert" className="px-5 py-8 text-14 text-ink-soft">
          The viewer could not be loaded. Reload the page, or read{" "}
          <a href={DOCUMENT} className="text-accent-ink underline">
            the document itself
          </a>
          .
        </p>
      )}
      <div ref={parent} className="api-reference" />
    </>
  );
};
