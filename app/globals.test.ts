/** Every pair of colours that carries text keeps its contrast (WCAG 2.2), in both themes. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Rgb = readonly [number, number, number];

/** OKLCH to linear sRGB (Ottosson, "A perceptual color space for image processing", 2020), clipped to the gamut. */
const linearRgb = (lightness: number, chroma: number, hue: number): Rgb => {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
};

const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

const css = readFileSync(new URL("./globals.css", import.meta.url), "utf8");

/** The luminance of each opaque token, by theme. */
const tokens = new Map(
  [
    ...css.matchAll(/--([\w-]+): light-dark\(\s*oklch\(([\d. ]+)\),\s*oklch\(([\d. ]+)\)\s*\);/g),
  ].map(([, name, ...themes]) => {
    const [light, dark] = themes.map((numbers) => {
      const [l = NaN, c = NaN, h = NaN] = (numbers ?? "").split(" ").map(Number);
      return luminance(linearRgb(l, c, h));
    });
    return [name, { light: light ?? NaN, dark: dark ?? NaN }];
  }),
);

const contrast = (text: string, background: string, theme: "light" | "dark"): number => {
  const luminances = [text, background].map((name) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`There is no token --${name}.`);
    return token[theme];
  });
  return (Math.max(...luminances) + 0.05) / (Math.min(...luminances) + 0.05);
};

const AAA = 7;
const AA = 4.5;
/** Controls' borders and the focus ring (1.4.11). */
const NON_TEXT = 3;

const GROUNDS = ["paper", "surface", "raised", "hover"];
const PAIRS: readonly (readonly [text: string, grounds: readonly string[], least: number])[] = [
  ["ink", [...GROUNDS, "accent-soft", "danger-soft", "overdue-soft", "success-soft"], AAA],
  ["ink-soft", GROUNDS, AAA],
  ["accent-ink", [...GROUNDS, "accent-soft"], AA],
  ["accent", ["paper", "surface", "raised"], AA],
  ["on-accent", ["accent", "accent-hover", "danger", "danger-hover"], AA],
  ["overdue", [...GROUNDS, "overdue-soft"], AA],
  ["danger", [...GROUNDS, "danger-soft"], AA],
  ["success", [...GROUNDS, "success-soft"], AA],
  ["line-strong", ["paper", "surface", "raised"], NON_TEXT],
  ["focus", GROUNDS, NON_TEXT],
];

describe.each(["light", "dark"] as const)("the %s theme", (theme) => {
  it.each(PAIRS.flatMap(([text, grounds, least]) => grounds.map((on) => ({ text, on, least }))))(
    "shows $text on $on with at least $least:1",
    ({ text, on, least }) => {
      expect(contrast(text, on, theme)).toBeGreaterThanOrEqual(least);
    },
  );
});
