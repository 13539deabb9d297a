/**
 * The palette as tokens of antd.
 *
 * antd derives tints from the brand; for a dark brand they turn grey with too little contrast, so every
 * background, link and information colour is set.
 */
import { type ThemeConfig, theme } from "antd";
import { type Appearance, PALETTES, type Palette } from "./palette";

export const FONT_STACK =
  'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

export function antdTheme(appearance: Appearance, reducedMotion: boolean): ThemeConfig {
  const palette = PALETTES[appearance];
  return {
    algorithm: appearance === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: tokens(palette, reducedMotion),
    components: {
      Button: { primaryColor: palette.onBrand, primaryShadow: "none", defaultShadow: "none" },
      Segmented: {
        itemColor: palette.muted,
        itemHoverColor: palette.text,
        itemSelectedColor: palette.text,
        itemSelectedBg: palette.surface,
        trackBg: palette.hover,
      },
      Select: { optionSelectedBg: palette.brandTint, optionSelectedColor: palette.text },
    },
  };
}

function tokens(palette: Palette, reducedMotion: boolean): ThemeConfig["token"] {
  return {
    fontFamily: FONT_STACK,
    fontSize: 14,
    borderRadius: 6,
    wireframe: false,
    motion: !reducedMotion,
    colorPrimary: palette.brand,
    colorPrimaryHover: palette.brandHover,
    colorPrimaryActive: palette.brandHover,
    colorPrimaryBg: palette.brandTint,
    colorPrimaryBgHover: palette.brandTint,
    colorPrimaryBorder: palette.brand,
    colorPrimaryText: palette.brand,
    colorLink: palette.brand,
    colorLinkHover: palette.brandHover,
    colorLinkActive: palette.brandHover,
    colorInfo: palette.brand,
    colorInfoBg: palette.brandTint,
    colorInfoBorder: palette.line,
    colorInfoText: palette.brand,
    colorSuccess: palette.ok,
    colorSuccessBg: palette.okTint,
    colorSuccessBorder: palette.line,
    colorWarning: palette.warn,
    colorWarningBg: palette.warnTint,
    colorWarningBorder: palette.line,
    colorError: palette.sale,
    colorErrorBg: palette.saleTint,
    colorErrorBorder: palette.line,
    colorErrorText: palette.sale,
    colorBgBase: palette.surface,
    colorBgLayout: palette.page,
    colorBgContainer: palette.surface,
    colorBgElevated: palette.raised,
    colorText: palette.text,
    colorTextSecondary: palette.muted,
    colorTextTertiary: palette.muted,
    colorTextQuaternary: palette.muted,
    colorTextPlaceholder: palette.muted,
    colorTextDisabled: palette.muted,
    colorTextDescription: palette.muted,
    colorIcon: palette.muted,
    colorTextLightSolid: palette.onBrand,
    colorBorder: palette.fieldLine,
    colorBorderSecondary: palette.line,
    colorBgTextHover: palette.hover,
    controlItemBgHover: palette.hover,
    controlItemBgActive: palette.brandTint,
  };
}
