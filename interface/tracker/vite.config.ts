/** How the tracker is built and tested: one classic script, `dist/tracker.js`, that any page can load. */
import { defineConfig } from "vitest/config";

import about from "./package.json" with { type: "json" };

export default defineConfig({
  define: { __VERSION__: JSON.stringify(about.version) },
  build: {
    // Browsers of 2022 and newer; older ones run the page without it.
    target: "es2022",
    lib: { entry: "src/browser.ts", formats: ["iife"], name: "mercatTracker", fileName: () => "tracker.js" },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.ts"],
  },
});
