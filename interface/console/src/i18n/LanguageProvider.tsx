/** Keeps the chosen language: texts, `lang` of the page, the language of requests, and the stored choice. */
import { LocalizationProvider, ReactLocalization } from "@fluent/react";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, createContext, use, useMemo, useState } from "react";
import { setRequestLanguage } from "../api/client";
import { type Locale, storeLocale } from "./locale";
import { type Texts, loadTexts } from "./texts";

type Language = { locale: Locale; antd: Texts["antd"]; choose: (locale: Locale) => Promise<void> };

const LanguageContext = createContext<Language | null>(null);

export function useLanguage(): Language {
  const language = use(LanguageContext);
  if (!language) throw new Error("useLanguage needs a LanguageProvider above it");
  return language;
}

/** Tells the page and the API client; also called before the first render. */
export function applyLanguage(locale: Locale): void {
  document.documentElement.lang = locale;
  setRequestLanguage(locale);
}

export function LanguageProvider({ initial, children }: { initial: Texts; children: ReactNode }) {
  const [texts, setTexts] = useState(initial);
  const queryClient = useQueryClient();
  const l10n = useMemo(() => new ReactLocalization([texts.bundle]), [texts]);
  const language = useMemo<Language>(
    () => ({
      locale: texts.locale,
      antd: texts.antd,
      choose: async (locale) => {
        const loaded = await loadTexts(locale);
        applyLanguage(locale);
        storeLocale(locale);
        setTexts(loaded);
        // Titles and reasons come from the server in the old language.
        await queryClient.invalidateQueries();
      },
    }),
    [texts, queryClient],
  );
  return (
    <LanguageContext value={language}>
      <LocalizationProvider l10n={l10n}>{children}</LocalizationProvider>
    </LanguageContext>
  );
}
