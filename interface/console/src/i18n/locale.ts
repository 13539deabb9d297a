/** The console's languages: which there are, and which one this browser last chose. */

export const LOCALES = ["en", "zh-CN"] as const;
export type Locale = (typeof LOCALES)[number];

/** Each language in its own words. */
export const LOCALE_NAMES: Record<Locale, string> = { en: "English", "zh-CN": "简体中文" };

const STORAGE_KEY = "mercat.console.locale";

export function isLocale(text: string | null | undefined): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

/** The language that suits the wishes best, in their order; any Chinese is zh-CN. */
export function bestLocale(wishes: readonly string[]): Locale {
  for (const wish of wishes) {
    const primary = wish.toLowerCase().split("-")[0];
    const found = LOCALES.find((locale) => locale.toLowerCase().split("-")[0] === primary);
    if (found) return found;
  }
  return "en";
}

export function storedLocale(): Locale | null {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return isLocale(stored) ? stored : null;
  } catch {
    return null;
  }
}

export function storeLocale(locale: Locale): void {
  try {
    localStorage.setItem(STORAGE_KEY, locale);
  } catch {
    // Storage is off: the choice lasts as long as the page.
  }
}

export function firstLocale(): Locale {
  return storedLocale() ?? bestLocale(navigator.languages);
}
