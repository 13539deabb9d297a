/** The palette's own commands (pages, appearance, language, signing out) and what the search finds. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useNavigate } from "react-router";
import { searchQuery } from "../../api/search";
import { LOCALES, LOCALE_NAMES } from "../../i18n/locale";
import { useLanguage } from "../../i18n/LanguageProvider";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";
import { CHOICES } from "../../theme/appearance";
import { useTheme } from "../../theme/ThemeProvider";
import { memberPath, orderPath, productPath } from "../paths";
import { memberTitle } from "../references";
import { THEMES } from "../shell/Preferences";
import { usePages } from "../shell/usePages";
import { useSignOut } from "../shell/useSignOut";
import type { Command } from "./commands";

export function usePageCommands(): Command[] {
  const text = useText();
  const navigate = useNavigate();
  const groups = usePages();
  return useMemo(
    () =>
      groups.flatMap(({ label, pages }) =>
        pages.map((page) => ({
          key: page.path,
          group: text("palette-pages"),
          label: text(page.label),
          keywords: `${page.path} ${label ? text(label) : ""}`,
          note: label ? text(label) : undefined,
          icon: page.icon,
          run: () => void navigate(page.path),
        })),
      ),
    [text, navigate, groups],
  );
}

export function useActionCommands(): Command[] {
  const text = useText();
  const theme = useTheme();
  const language = useLanguage();
  const signOut = useSignOut();
  return useMemo(() => {
    const group = text("palette-actions");
    const themes = CHOICES.filter((choice) => choice !== theme.choice).map((choice) => ({
      key: `theme ${choice}`,
      group,
      label: text("palette-theme", { theme: text(THEMES[choice].label) }),
      keywords: `theme ${choice} mode`,
      icon: THEMES[choice].icon,
      run: () => theme.choose(choice),
    }));
    const languages = LOCALES.filter((locale) => locale !== language.locale).map((locale) => ({
      key: `language ${locale}`,
      group,
      label: text("palette-language", { language: LOCALE_NAMES[locale] }),
      keywords: `language ${locale} 语言`,
      icon: "language" as const,
      run: () => void language.choose(locale),
    }));
    const out = { key: "out", group, label: text("action-sign-out"), keywords: "sign out log out", icon: "out" as const, run: signOut };
    return [...themes, ...languages, out];
  }, [text, theme, language, signOut]);
}

/** Products, members and orders for a text that rested; empty while it is empty. */
export function useFoundCommands(searched: string) {
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const query = useQuery(searchQuery(searched));
  const answer = searched === "" ? undefined : query.data;
  const found = useMemo<Command[]>(() => {
    if (!answer) return [];
    const products = answer.products.map((product) => ({
      key: product.id,
      group: text("nav-products"),
      label: product.title,
      icon: "products" as const,
      run: () => void navigate(productPath(product.id)),
    }));
    const members = answer.members.map((member) => ({
      key: member.id,
      group: text("nav-members"),
      label: memberTitle(member),
      note: member.number,
      icon: "members" as const,
      run: () => void navigate(memberPath(member.id)),
    }));
    const orders = answer.orders.map((order) => ({
      key: order.id,
      group: text("nav-orders"),
      label: order.number,
      note: `${format.date(order.placed_at)} · ${format.money(order.total)}`,
      icon: "orders" as const,
      run: () => void navigate(orderPath(order.id)),
    }));
    return [...products, ...members, ...orders];
  }, [answer, text, format, navigate]);
  return { found, searching: query.isFetching, failed: query.isError };
}
