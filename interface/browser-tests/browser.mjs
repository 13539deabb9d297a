/**
 * Chromium, and what is checked on every page whatever it shows: no errors in the console, no failed or foreign
 * requests, nothing wider than the window, nothing that axe objects to.
 */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";

/** Without a sandbox it also runs as root in a container; the rest keeps it from talking to anyone but us. */
const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A page of a debug build on a busy machine. */
const PAGE_MS_MAX = 30_000;

/** A browser to debug from outside prints its port within this. */
const DEBUG_START_MS_MAX = 30_000;

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Where Chromium is: `CHROMIUM_PATH`, else the first known name on the path. */
export function chromiumPath() {
  if (process.env.CHROMIUM_PATH) {
    return process.env.CHROMIUM_PATH;
  }
  for (const name of NAMES) {
    const found = spawnSync("which", [name], { encoding: "utf8" });
    if (found.status === 0) {
      return found.stdout.trim();
    }
  }
  throw new Error("chromium was not found; install it (Debian: `apt-get install chromium fonts-noto-cjk`) or set CHROMIUM_PATH");
}

/** A browser with a fresh profile, driven by Playwright. */
export function launch() {
  return chromium.launch({ executablePath: chromiumPath(), args: ARGUMENTS });
}

/** A browser with a fresh profile that a tool drives through a port: `{ port, close }`. */
export async function launchForDebugging() {
  const profile = await mkdtemp(join(tmpdir(), "mercat-chromium-"));
  const args = [...ARGUMENTS, "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"];
  const child = spawn(chromiumPath(), args, { stdio: ["ignore", "ignore", "pipe"] });
  const exited = once(child, "exit");
  const close = async () => {
    child.kill("SIGTERM");
    await exited;
    // Its helpers may still be writing their last files.
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  let timer;
  const port = await new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error("chromium printed no debugging port")), DEBUG_START_MS_MAX);
    createInterface({ input: child.stderr }).on("line", (line) => {
      const found = line.match(/DevTools listening on ws:\/\/[^:]+:(\d+)\//);
      if (found) {
        resolve(Number(found[1]));
      }
    });
    exited.then(([code]) => reject(new Error(`chromium ended with ${code}`)));
  }).catch(async (error) => {
    await close();
    throw error;
  });
  clearTimeout(timer);
  return { port, close };
}

/** A context as a visitor would have it. Motion is reduced, so that colours are not measured half faded. */
export function newContext(browser, options) {
  const { width, locale, theme = "light", ...rest } = options;
  return browser.newContext({
    locale,
    colorScheme: theme,
    reducedMotion: "reduce",
    viewport: { width, height: 900 },
    ...rest,
  });
}

/**
 * Opens a page of a context and runs a check on it. Afterwards nothing may have gone wrong on it.
 * `expectedStatuses` names the statuses that belong to the test, such as 404 for a page that does not exist.
 */
export async function visit(context, check, expectedStatuses = []) {
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_MS_MAX);
  const problems = watch(page, expectedStatuses);
  try {
    await check(page);
  } catch (error) {
    error.message += problems.length > 0 ? `\nand on the page: ${problems.join("; ")}` : "";
    await page.close();
    throw error;
  }
  const address = page.url();
  await page.close();
  assert.deepEqual(problems, [], `something went wrong on ${address}`);
}

/** Collects what goes wrong on a page from now on. */
function watch(page, expectedStatuses) {
  const problems = [];
  let origin = null;
  page.on("pageerror", (error) => problems.push(`exception: ${error.message}`));
  page.on("console", (message) => {
    // Chromium repeats each failed response in the console; those are judged by their status below.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      problems.push(`console: ${message.text()}`);
    }
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http")) {
      origin ??= url.origin;
      if (url.origin !== origin) {
        problems.push(`foreign request: ${request.url()}`);
      }
    }
  });
  page.on("requestfailed", (request) => {
    // A page that is left aborts what it no longer needs.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") {
      problems.push(`failed request: ${request.url()} ${request.failure()?.errorText}`);
    }
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && !expectedStatuses.includes(response.status())) {
      problems.push(`status ${response.status()}: ${response.url()}`);
    }
  });
  return problems;
}

/** Fails when the page can be scrolled sideways, and names the elements that stick out. */
export async function assertNoOverflow(page) {
  const found = await page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) {
      return null;
    }
    const isWide = (element) => element.getBoundingClientRect().right > root.clientWidth + 1;
    const wide = [...document.body.querySelectorAll("*")].filter(isWide);
    const named = wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
    return { content: root.scrollWidth, window: root.clientWidth, named };
  });
  assert.equal(found, null, `${page.url()} is wider than its window: ${JSON.stringify(found, null, 2)}`);
}

/** Fails when axe finds a violation, and names the elements. */
export async function assertAxeIsSilent(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const lines = violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 5).map((node) => `${id}: ${help}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
  );
  assert.deepEqual(lines, [], `axe objects to ${page.url()}`);
}

/** Waits for the page's one main heading and returns its words. */
export async function heading(page) {
  const first = page.getByRole("heading", { level: 1 });
  await first.first().waitFor();
  assert.equal(await first.count(), 1, `${page.url()} has more than one main heading`);
  return (await first.innerText()).trim();
}
