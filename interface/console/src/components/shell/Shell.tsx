/** The frame around every signed-in screen: skip link, navigation, top bar, palette. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useCallback, useEffect, useState } from "react";
import { Link, Outlet, ScrollRestoration, useNavigation } from "react-router";
import { sessionQuery } from "../../api/session";
import { useText } from "../../i18n/useText";
import { Dialog } from "../Dialog";
import { Icon } from "../Icon";
import { Palette } from "../palette/Palette";
import { HOME } from "../paths";
import { Brand } from "./Brand";
import { Navigation } from "./Navigation";
import { TopBar } from "./TopBar";

export function Shell() {
  const text = useText();
  const shop = useQuery(sessionQuery).data?.shop.name ?? "";
  const [navigationOpen, setNavigationOpen] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const closePalette = useCallback(() => setPaletteOpen(false), []);
  const moving = useNavigation().state !== "idle";
  usePaletteKey(useCallback(() => setPaletteOpen((open) => !open), []));
  const brand = (
    <Link to={HOME} className="brand-link" onClick={() => setNavigationOpen(false)}>
      <Brand />
      <span>{shop}</span>
    </Link>
  );
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {text("skip-to-content")}
      </a>
      <div className="side">
        <Navigation head={brand} />
      </div>
      <div className="shell-main">
        <TopBar openNavigation={() => setNavigationOpen(true)} openPalette={() => setPaletteOpen(true)} />
        <div className={moving ? "moving-bar moving" : "moving-bar"} aria-hidden="true" />
        <main id="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      {navigationOpen && (
        <Dialog name={text("nav-name")} className="drawer" close={() => setNavigationOpen(false)}>
          <Navigation
            opened={() => setNavigationOpen(false)}
            head={
              <div className="drawer-head">
                {brand}
                <Button
                  type="text"
                  aria-label={text("action-close")}
                  onClick={() => setNavigationOpen(false)}
                  icon={<Icon name="close" />}
                />
              </div>
            }
          />
        </Dialog>
      )}
      {paletteOpen && <Palette close={closePalette} />}
      <ScrollRestoration getKey={(location) => location.pathname + location.search} />
    </div>
  );
}

/** Ctrl+K or ⌘K, wherever the focus is. */
function usePaletteKey(toggle: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      toggle();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [toggle]);
}
