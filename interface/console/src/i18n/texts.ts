/** The texts of a language: Fluent for our own, and those that antd and its date pickers bring. */
import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { ConfigProviderProps } from "antd";
import dayjs from "dayjs";
import type { Locale } from "./locale";

export type Texts = { locale: Locale; bundle: FluentBundle; antd: NonNullable<ConfigProviderProps["locale"]> };

export function bundleOf(locale: string, source: string): FluentBundle {
  // No isolation marks: both languages run left to right, and titles are copied into mails and files.
  const bundle = new FluentBundle(locale, { useIsolating: false });
  const errors = bundle.addResource(new FluentResource(source));
  if (errors.length > 0) throw new Error(`cannot read the texts of ${locale}: ${errors.join("; ")}`);
  return bundle;
}

const LOADERS: Record<Locale, () => Promise<Texts>> = {
  en: async () => {
    const [source, antd] = await Promise.all([
      import("../../../locales/en/console.ftl?raw"),
      import("antd/locale/en_US"),
    ]);
    dayjs.locale("en");
    return { locale: "en", bundle: bundleOf("en", source.default), antd: antd.default };
  },
  "zh-CN": async () => {
    const [source, antd] = await Promise.all([
      import("../../../locales/zh-CN/console.ftl?raw"),
      import("antd/locale/zh_CN"),
      import("dayjs/locale/zh-cn"),
    ]);
    dayjs.locale("zh-cn");
    return { locale: "zh-CN", bundle: bundleOf("zh-CN", source.default), antd: antd.default };
  },
};

export function loadTexts(locale: Locale): Promise<Texts> {
  return LOADERS[locale]();
}
