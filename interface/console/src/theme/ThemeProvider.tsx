/** Keeps light or dark: colours of the page, tokens of antd, the nonce of its styles, the stored choice. */
import { App as AntdApp, ConfigProvider } from "antd";
import { type ReactNode, createContext, use, useLayoutEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useLanguage } from "../i18n/LanguageProvider";
import { antdTheme } from "./antdTheme";
import { type Choice, resolve, storeChoice, storedChoice } from "./appearance";
import { type Appearance, applyPalette } from "./palette";

type Theme = { choice: Choice; appearance: Appearance; reducedMotion: boolean; choose: (choice: Choice) => void };

const ThemeContext = createContext<Theme | null>(null);

export function useTheme(): Theme {
  const theme = use(ThemeContext);
  if (!theme) throw new Error("useTheme needs a ThemeProvider above it");
  return theme;
}

/** Whether a media query holds, followed while the component is shown. */
function useMedia(query: string): boolean {
  const [subscribe, snapshot] = useMemo(() => {
    const media = window.matchMedia(query);
    const follow = (changed: () => void) => {
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    };
    return [follow, () => media.matches] as const;
  }, [query]);
  return useSyncExternalStore(subscribe, snapshot);
}

/** The server wrote this response's nonce into the page; styles made at run time need it. */
function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
}

/** Popups open inside the dialog or landmark of what opened them: there readers find them, and a dialog covers none. */
function landmarkOf(trigger?: HTMLElement): HTMLElement {
  return trigger?.closest<HTMLElement>("dialog, main, header") ?? document.body;
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState(storedChoice);
  const systemIsDark = useMedia("(prefers-color-scheme: dark)");
  const reducedMotion = useMedia("(prefers-reduced-motion: reduce)");
  const appearance = resolve(choice, systemIsDark);
  const language = useLanguage();
  useLayoutEffect(() => applyPalette(document.documentElement, appearance), [appearance]);
  const theme = useMemo<Theme>(() => {
    const choose = (next: Choice) => {
      storeChoice(next);
      setChoice(next);
    };
    return { choice, appearance, reducedMotion, choose };
  }, [choice, appearance, reducedMotion]);
  const tokens = useMemo(() => antdTheme(appearance, reducedMotion), [appearance, reducedMotion]);
  const csp = useMemo(() => ({ nonce: nonce() }), []);
  return (
    <ThemeContext value={theme}>
      <ConfigProvider
        csp={csp}
        theme={tokens}
        locale={language.antd}
        getPopupContainer={landmarkOf}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <AntdApp component={false}>{children}</AntdApp>
      </ConfigProvider>
    </ThemeContext>
  );
}
