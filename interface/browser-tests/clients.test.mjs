/**
 * Clients of another vendor, unmodified, send their events to a real server:
 *
 * 1. `@segment/analytics-node`: every call arrives with what it carried, and a flush waits for the answer.
 * 2. `segment-analytics-python`: the same, plain and gzip.
 * 3. A revoked key is refused, and the debugger tells why.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { before, test } from "node:test";

import { Analytics } from "@segment/analytics-node";

import { shop } from "./matrix.mjs";

const API = `${shop.url}/api/admin/v1`;

let session;
let source;

/** Asks the API as the admin of the shop. */
async function api(method, path, body) {
  const answer = await fetch(API + path, {
    method,
    headers: {
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
      ...(session && { cookie: session.cookie, "x-csrf-token": session.csrf }),
    },
    body: body && JSON.stringify(body),
  });
  const json = await answer.json();
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${JSON.stringify(json)}`);
  return { json, cookie: answer.headers.get("set-cookie")?.split(";")[0] };
}

before(async () => {
  const signedIn = await api("POST", "/session", { email: shop.adminEmail, password: shop.adminPassword });
  session = { cookie: signedIn.cookie, csrf: signedIn.json.csrf_token };
  source = (await api("POST", "/sources", { name: `clients ${randomUUID()}`, kind: "server" })).json;
});

/** The newest events of the source, oldest first, by their distinguishing property. */
async function arrived(mark) {
  const { events } = (await api("GET", `/sources/arrivals?source=${source.id}`)).json;
  return events
    .map(({ event }) => event)
    .filter(({ anonymous_id: visitor }) => visitor === mark)
    .reverse();
}

const KINDS = ["identified", "product_added", "page_viewed", "screen_viewed", "grouped", "Video Played"];

function assertAllArrived(events, mark) {
  assert.deepEqual(events.map(({ kind }) => kind).sort(), [...KINDS].sort());
  const added = events.find(({ kind }) => kind === "product_added");
  assert.deepEqual(added.value, { amount: "39.80", currency: "CNY" });
  assert.equal(added.properties.sku, "nothing-of-ours");
  const played = events.find(({ kind }) => kind === "Video Played");
  assert.deepEqual(played.properties.chapters, [1, 2]);
  const member = events[0].member_id;
  assert.ok(member, "the user became a member");
  assert.ok(events.every(({ member_id: id }) => id === member), `one person under ${mark}`);
  assert.ok(!JSON.stringify(events).includes("@example.com"), "contact data enters no event");
}

test("every call of analytics-node arrives", async () => {
  const mark = `node-${randomUUID()}`;
  const analytics = new Analytics({ writeKey: source.keys[0].key, host: shop.url, flushAt: 3 });
  const failures = [];
  analytics.on("error", (error) => failures.push(error));
  const who = { userId: `user-${mark}`, anonymousId: mark };
  analytics.identify({ ...who, traits: { email: `${mark}@example.com`, plan: "gold" } });
  analytics.track({
    ...who,
    event: "Product Added",
    properties: { sku: "nothing-of-ours", price: 19.9, quantity: 2, currency: "CNY", email: "x@example.com" },
  });
  analytics.page({ ...who, name: "Home" });
  analytics.screen({ ...who, name: "Start" });
  analytics.group({ ...who, groupId: "company-1", traits: { size: 3 } });
  analytics.track({ ...who, event: "Video Played", properties: { chapters: [1, 2] } });
  await analytics.closeAndFlush({ timeout: 10_000 });
  assert.deepEqual(failures, []);
  assertAllArrived(await arrived(mark), mark);
});

const PYTHON = `
import sys
import segment.analytics as analytics
key, host, mark, packed = sys.argv[1:5]
analytics.write_key, analytics.host, analytics.gzip = key, host, packed == "gzip"
failures = []
analytics.on_error = lambda error, items: failures.append(str(error))
who = {"user_id": "user-" + mark, "anonymous_id": mark}
analytics.identify(**who, traits={"email": mark + "@example.com", "plan": "gold"})
analytics.track(**who, event="Product Added", properties={
    "sku": "nothing-of-ours", "price": 19.9, "quantity": 2, "currency": "CNY", "phone": "1"})
analytics.page(**who, name="Home")
analytics.screen(**who, name="Start")
analytics.group(**who, group_id="company-1", traits={"size": 3})
analytics.track(**who, event="Video Played", properties={"chapters": [1, 2]})
analytics.flush()
analytics.shutdown()
sys.exit("; ".join(failures) or 0)
`;

for (const packed of ["plain", "gzip"]) {
  test(`every call of segment-analytics-python arrives, ${packed}`, async (context) => {
    const python = process.env.MERCAT_TEST_PYTHON;
    const missing = "MERCAT_TEST_PYTHON names no Python with segment-analytics-python; `cargo xtask test` makes one";
    if (!python && !process.env.CI) {
      context.skip(`left out: ${missing}`);
      return;
    }
    assert.ok(python, missing);
    const mark = `python-${randomUUID()}`;
    const child = spawn(python, ["-c", PYTHON, source.keys[0].key, shop.url, mark, packed], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    const [code] = await once(child, "exit");
    assert.equal(code, 0);
    assertAllArrived(await arrived(mark), mark);
  });
}

test("a revoked key is refused, and the debugger tells why", async () => {
  const renewed = (await api("POST", `/sources/${source.id}/keys`)).json;
  const [old, next] = renewed.keys.map(({ key }) => key);
  await api("POST", `/sources/${source.id}/keys/revoke`, { key: old });
  const send = (key) =>
    fetch(`${shop.url}/v1/track`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`${key}:`)}` },
      body: JSON.stringify({ event: "After", anonymousId: "after" }),
    });
  assert.equal((await send(old)).status, 401);
  assert.equal((await send(next)).status, 200);
  const { refused } = (await api("GET", "/sources/arrivals")).json;
  assert.match(refused[0].reason, /revoked/);
});
