/** The menus for light or dark and for the language. */
import { LOCALES, LOCALE_NAMES } from "../../i18n/locale";
import { useLanguage } from "../../i18n/LanguageProvider";
import { msg, useText } from "../../i18n/useText";
import { CHOICES, type Choice } from "../../theme/appearance";
import { useTheme } from "../../theme/ThemeProvider";
import type { IconName } from "../Icon";
import { ChoiceMenu } from "./ChoiceMenu";

export const THEMES: Record<Choice, { label: string; icon: IconName }> = {
  system: { label: msg("theme-system"), icon: "screen" },
  light: { label: msg("theme-light"), icon: "sun" },
  dark: { label: msg("theme-dark"), icon: "moon" },
};

export function Preferences() {
  const text = useText();
  const theme = useTheme();
  const language = useLanguage();
  return (
    <>
      <ChoiceMenu
        label={text("theme-name")}
        icon={theme.appearance === "dark" ? "moon" : "sun"}
        items={CHOICES.map((choice) => ({
          key: choice,
          label: text(THEMES[choice].label),
          icon: THEMES[choice].icon,
          chosen: theme.choice === choice,
          choose: () => theme.choose(choice),
        }))}
      />
      <ChoiceMenu
        label={text("language-name")}
        icon="language"
        items={LOCALES.map((locale) => ({
          key: locale,
          label: LOCALE_NAMES[locale],
          chosen: language.locale === locale,
          choose: () => void language.choose(locale),
        }))}
      />
    </>
  );
}
