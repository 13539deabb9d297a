/**
 * Runs the browser tests: seeds one small demo shop, serves it, and runs the test files against it.
 *
 * `node run.mjs` runs all; `node run.mjs storefront console` runs those. With `MERCAT_URL` (and
 * `MERCAT_ADMIN_EMAIL`, `MERCAT_ADMIN_PASSWORD`) set, a shop that is already served is used instead.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { startDemo } from "./server.mjs";

const SUFFIX = ".test.mjs";
const folder = fileURLToPath(new URL(".", import.meta.url));
const known = readdirSync(folder).filter((name) => name.endsWith(SUFFIX)).sort();

const wanted = process.argv.slice(2);
for (const name of wanted) {
  if (!known.includes(name + SUFFIX)) {
    console.error(`error: no tests \`${name}\`; there are ${known.map((file) => file.replace(SUFFIX, "")).join(", ")}`);
    process.exit(1);
  }
}
const files = wanted.length === 0 ? known : wanted.map((name) => name + SUFFIX);

const shop = process.env.MERCAT_URL ? null : await startDemo();
const environment = shop
  ? { MERCAT_URL: shop.url, MERCAT_ADMIN_EMAIL: shop.adminEmail, MERCAT_ADMIN_PASSWORD: shop.adminPassword }
  : {};

// One file at a time: the machine has the browser and the server to run beside them.
const options = ["--test", "--test-concurrency=1", "--test-reporter=spec"];
const tests = spawn(process.execPath, [...options, ...files], {
  cwd: folder,
  env: { ...process.env, ...environment },
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => tests.kill(signal));
}
const [code] = await once(tests, "exit");
try {
  await shop?.stop();
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exit(1);
}
process.exit(code ?? 1);
