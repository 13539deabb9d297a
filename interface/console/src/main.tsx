/** Starts the console: loads the texts of the chosen language, then shows the routes. */
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { createQueryClient } from "./api/queryClient";
import { LanguageProvider, applyLanguage } from "./i18n/LanguageProvider";
import { firstLocale } from "./i18n/locale";
import { loadTexts } from "./i18n/texts";
import { routes } from "./routes";
import { ThemeProvider } from "./theme/ThemeProvider";
import "./theme/base.css";
import "./theme/shell.css";
import "./theme/blocks.css";
import "./theme/list.css";
import "./theme/analyze.css";

async function start(): Promise<void> {
  const root = document.getElementById("root");
  if (!root) throw new Error("the page has no #root");
  const locale = firstLocale();
  applyLanguage(locale);
  const texts = await loadTexts(locale);
  const router = createBrowserRouter(routes, { basename: "/console" });
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <LanguageProvider initial={texts}>
          <ThemeProvider>
            <RouterProvider router={router} />
          </ThemeProvider>
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();
