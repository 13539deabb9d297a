/** Light, dark, or what the system says: the stored choice and how it resolves. */
import type { Appearance } from "./palette";

export const CHOICES = ["system", "light", "dark"] as const;
export type Choice = (typeof CHOICES)[number];

const STORAGE_KEY = "mercat.console.theme";

export function storedChoice(): Choice {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return CHOICES.find((choice) => choice === stored) ?? "system";
  } catch {
    return "system";
  }
}

export function storeChoice(choice: Choice): void {
  try {
    localStorage.setItem(STORAGE_KEY, choice);
  } catch {
    // Storage is off: the choice lasts as long as the page.
  }
}

export function resolve(choice: Choice, systemIsDark: boolean): Appearance {
  if (choice !== "system") return choice;
  return systemIsDark ? "dark" : "light";
}
