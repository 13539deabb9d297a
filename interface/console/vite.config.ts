/**
 * How the console is built and tested: one SPA under `/console/`, embedded in the server.
 *
 * The server replaces `__CSP_NONCE__` in index.html with the nonce of each response.
 */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** The server that `npm run dev` forwards API calls and pictures to. */
const server = process.env.MERCAT_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  base: "/console/",
  plugins: [react()],
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    target: "es2022",
    // Everything is a file of its own: the policy allows no `data:` fonts or scripts.
    assetsInlineLimit: 0,
    // antd and React together are just above Vite's 500 kB mark; they are cached once for all screens.
    chunkSizeWarningLimit: 900,
  },
  server: {
    // The texts stand beside the console, in interface/locales.
    fs: { allow: [".."] },
    proxy: Object.fromEntries(["/api", "/media", "/docs", "/openapi.json"].map((path) => [path, server])),
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
  },
});
