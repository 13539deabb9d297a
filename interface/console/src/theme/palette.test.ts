/** WCAG 2.2 AA: every text on every background that it stands on, in light and dark. */
import { describe, expect, it } from "vitest";
import { CHART, HEAT, PALETTES, type Palette, applyPalette } from "./palette";

/** Relative luminance and contrast ratio: WCAG 2.2, definitions. */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const TEXTS: [keyof Palette, (keyof Palette)[]][] = [
  ["text", ["page", "surface", "raised", "hover", "brandTint", "saleTint", "warnTint", "okTint"]],
  ["muted", ["page", "surface", "raised", "hover", "brandTint", "saleTint"]],
  ["brand", ["page", "surface", "raised", "hover", "brandTint", "saleTint"]],
  ["brandHover", ["page", "surface", "raised", "hover"]],
  ["onBrand", ["brand", "brandHover"]],
  ["ok", ["surface", "hover", "okTint"]],
  ["warn", ["surface", "warnTint"]],
  ["sale", ["surface", "hover", "saleTint"]],
];

describe.each(["light", "dark"] as const)("%s", (appearance) => {
  const palette = PALETTES[appearance];

  it.each(TEXTS)("%s is read on its backgrounds", (name, backgrounds) => {
    for (const background of backgrounds) {
      expect(contrast(palette[name], palette[background]), `on ${background}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("numbers are read on every heat step", () => {
    for (const step of HEAT[appearance]) expect(contrast(step.text, step.background)).toBeGreaterThanOrEqual(4.5);
  });

  it("borders of fields, focus and chart lines are seen", () => {
    for (const colour of [palette.fieldLine, palette.focus, ...Object.values(CHART[appearance])]) {
      expect(contrast(colour, palette.surface)).toBeGreaterThanOrEqual(3);
    }
  });

  it("becomes CSS variables", () => {
    const root = document.createElement("div");
    applyPalette(root, appearance);
    expect(root.style.getPropertyValue("--on-brand")).toBe(palette.onBrand);
    expect(root.style.getPropertyValue("--heat-5")).toBe(HEAT[appearance][4]?.background);
    expect(root.dataset["theme"]).toBe(appearance);
  });
});
