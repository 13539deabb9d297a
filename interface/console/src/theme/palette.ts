/**
 * The colours of the console in light and dark; the only place that names them.
 *
 * They become CSS variables (`--surface` …), tokens of antd, and colours of the charts. A test holds every
 * pair of text and background to WCAG 2.2 AA.
 */

export type Appearance = "light" | "dark";

export type Palette = {
  page: string;
  surface: string;
  raised: string;
  hover: string;
  line: string;
  /** Borders of fields: 3:1 against the surface, WCAG 1.4.11. */
  fieldLine: string;
  text: string;
  muted: string;
  brand: string;
  brandHover: string;
  onBrand: string;
  brandTint: string;
  ok: string;
  okTint: string;
  warn: string;
  warnTint: string;
  sale: string;
  saleTint: string;
  focus: string;
  scrim: string;
  bone: string;
};

export const PALETTES: Record<Appearance, Palette> = {
  light: {
    page: "#f6f8f8",
    surface: "#ffffff",
    raised: "#ffffff",
    hover: "#f1f5f4",
    line: "#e1e7e6",
    fieldLine: "#84918e",
    text: "#14211f",
    muted: "#55635f",
    brand: "#0b6e63",
    brandHover: "#095b52",
    onBrand: "#ffffff",
    brandTint: "#e3f2ef",
    ok: "#1f7a1f",
    okTint: "#e8f4e8",
    warn: "#8a5300",
    warnTint: "#fdf1dd",
    sale: "#b3261e",
    saleTint: "#fcebea",
    focus: "#0b6e63",
    scrim: "rgb(10 20 18 / 45%)",
    bone: "#e8eeed",
  },
  dark: {
    page: "#0e1413",
    surface: "#151d1b",
    raised: "#1c2624",
    hover: "#1e2927",
    line: "#293533",
    fieldLine: "#6e7f7b",
    text: "#e6edeb",
    muted: "#a0b1ad",
    brand: "#55c7b7",
    brandHover: "#7ad6c9",
    onBrand: "#06201c",
    brandTint: "#12332e",
    ok: "#74c974",
    okTint: "#16301a",
    warn: "#e5b25a",
    warnTint: "#352811",
    sale: "#f29a93",
    saleTint: "#3a1b19",
    focus: "#55c7b7",
    scrim: "rgb(0 0 0 / 60%)",
    bone: "#24302e",
  },
};

/** The five steps of the heat map, weakest first, each with the text colour that is read on it. */
export type HeatStep = { background: string; text: string };

export const HEAT: Record<Appearance, readonly HeatStep[]> = {
  light: [
    { background: "#e0f2ef", text: "#14211f" },
    { background: "#b3ddd6", text: "#14211f" },
    { background: "#74bfb4", text: "#14211f" },
    { background: "#1f8175", text: "#ffffff" },
    { background: "#07564d", text: "#ffffff" },
  ],
  dark: [
    { background: "#143530", text: "#e6edeb" },
    { background: "#165048", text: "#e6edeb" },
    { background: "#1a6d62", text: "#ffffff" },
    { background: "#45b3a4", text: "#06201c" },
    { background: "#8fe0d4", text: "#06201c" },
  ],
};

/** Colours of the lines and bars of charts: first, second. */
export const CHART: Record<Appearance, { current: string; second: string }> = {
  light: { current: "#0b6e63", second: "#8a5300" },
  dark: { current: "#55c7b7", second: "#e5b25a" },
};

function variableName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Writes the colours as CSS variables on the root element. */
export function applyPalette(root: HTMLElement, appearance: Appearance): void {
  for (const [name, colour] of Object.entries(PALETTES[appearance])) {
    root.style.setProperty(variableName(name), colour);
  }
  HEAT[appearance].forEach((step, index) => {
    root.style.setProperty(`--heat-${index + 1}`, step.background);
    root.style.setProperty(`--heat-${index + 1}-text`, step.text);
  });
  root.style.colorScheme = appearance;
  root.dataset["theme"] = appearance;
}
