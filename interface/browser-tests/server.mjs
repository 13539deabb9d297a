/**
 * Starts the program `mercat` on a free port with a data folder of its own, and reads the lines it prints.
 *
 * The folder is removed when the program is stopped. A program that does not stop by itself is a failure.
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Seeding and training in a debug build on a busy two-core machine take the longest. */
const START_SECONDS_MAX = 300;

/** Open connections get this long; a shutdown in order takes less. */
const STOP_SECONDS_MAX = 15;

/** Lines of output kept to explain a failed start. */
const OUTPUT_LINES_KEPT = 40;

const LISTENING = /listening on (http:\/\/\S+)/;
const ADMIN = /admin: (\S+) (\S+)/;
const FIRST_RUN = /first-run secret: (\S+)/;

/** A seeded, trained shop: `{ url, adminEmail, adminPassword, stop }`. */
export async function startDemo() {
  const size = ["--products", "200", "--members", "500", "--orders", "2000", "--events", "8000"];
  const server = await start(["demo", "--listen", "127.0.0.1:0", ...size], [LISTENING, ADMIN]);
  const [[, url], [, adminEmail, adminPassword]] = server.found;
  return { url: withoutSlash(url), adminEmail, adminPassword, stop: server.stop };
}

/** An empty shop that nobody has signed up to: `{ url, secret, stop }`. */
export async function startEmpty() {
  const server = await start(["serve", "--listen", "127.0.0.1:0"], [LISTENING, FIRST_RUN]);
  const [[, url], [, secret]] = server.found;
  return { url: withoutSlash(url), secret, stop: server.stop };
}

function withoutSlash(url) {
  return url.replace(/\/$/, "");
}

function program() {
  const name = process.platform === "win32" ? "mercat.exe" : "mercat";
  return process.env.MERCAT_BIN ?? fileURLToPath(new URL(`../../target/debug/${name}`, import.meta.url));
}

/** Starts the program and waits until every pattern has matched a line. */
async function start(args, patterns) {
  const data = await mkdtemp(join(tmpdir(), "mercat-browser-"));
  const child = spawn(program(), ["--data", data, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const exited = new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
  const lines = [];
  const found = patterns.map(() => null);

  try {
    await new Promise((resolve, reject) => {
      const explain = (why) => reject(new Error(`${why}; its last lines:\n${lines.join("\n")}`));
      const timer = setTimeout(() => explain(`mercat was not ready in ${START_SECONDS_MAX} s`), START_SECONDS_MAX * 1000);
      const read = (line) => {
        lines.push(line);
        lines.splice(0, Math.max(0, lines.length - OUTPUT_LINES_KEPT));
        patterns.forEach((pattern, index) => (found[index] ??= line.match(pattern)));
        if (found.every(Boolean)) {
          clearTimeout(timer);
          resolve();
        }
      };
      createInterface({ input: child.stdout }).on("line", read);
      createInterface({ input: child.stderr }).on("line", read);
      child.once("error", (error) => {
        clearTimeout(timer);
        reject(new Error(`cannot start \`${program()}\`: ${error.message}; build it, or set MERCAT_BIN`));
      });
      exited.then((code) => {
        clearTimeout(timer);
        explain(`mercat ended with ${code} before it was ready`);
      });
    });
  } catch (error) {
    child.kill("SIGKILL");
    await rm(data, { recursive: true, force: true });
    throw error;
  }

  const stop = async () => {
    child.kill("SIGTERM");
    let timer;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, STOP_SECONDS_MAX * 1000, "late")));
    const outcome = await Promise.race([exited, late]);
    clearTimeout(timer);
    if (outcome === "late") {
      child.kill("SIGKILL");
      await exited;
    }
    await rm(data, { recursive: true, force: true });
    if (outcome !== 0 && process.platform !== "win32") {
      throw new Error(`mercat did not shut down in order after SIGTERM: ${outcome}; its last lines:\n${lines.join("\n")}`);
    }
  };
  return { found, stop };
}
