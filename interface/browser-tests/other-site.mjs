/** A site of somebody else, on an origin of its own, that loads Segment's browser SDK as npm delivers it. */
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const folder = join(dirname(require.resolve("@segment/analytics-next/package.json")), "dist", "umd");

const PAGE = '<!doctype html><html lang="en"><title>Another site</title><h1>Another site</h1><script src="/index.js"></script></html>';

/** Serves the site on a free port: `{ url, stop }`. */
export async function startSite() {
  const server = createServer(async (request, response) => {
    const name = basename(new URL(request.url, "http://localhost").pathname);
    const script = name.endsWith(".js") ? await readFile(join(folder, name)).catch(() => null) : null;
    response.setHeader("content-type", script ? "text/javascript" : "text/html; charset=utf-8");
    response.end(script ?? PAGE);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, stop };
}
