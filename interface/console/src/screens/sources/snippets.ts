/** What to paste where, so that a client sends its events to this shop: one snippet a client library. */

export type Snippet = { id: string; name: string; install?: string; code: string };

export type SnippetInput = {
  key: string;
  /** The shop's own address, without a slash at the end. */
  url: string;
  kind: string;
  /** The consent policy of the shop: `required` or `implied`. */
  consent: string;
};

/** A server's key is a secret, so no page gets it; a browser's is read by everyone, so it goes to pages only. */
export function snippetsOf(input: SnippetInput): Snippet[] {
  const ofKind = input.kind === "server" ? [node(input), python(input)] : [tracker(input), next(input)];
  return [...ofKind, curl(input)];
}

function tracker({ key, url, consent }: SnippetInput): Snippet {
  const code = `<script>window.mercat = window.mercat || [];</script>
<script async src="${url}/assets/tracker.js"
  data-write-key="${key}" data-consent="${consent}"></script>
<script>
  mercat.push(["track", "Product Added", { product_id: "SKU-1", quantity: 1, price: 12.34, currency: "CNY" }]);
</script>`;
  return { id: "tracker", name: "Mercat tracker", code };
}

function next({ key, url }: SnippetInput): Snippet {
  const code = `import { AnalyticsBrowser } from "@segment/analytics-next";

const analytics = AnalyticsBrowser.load({
  writeKey: "${key}",
  cdnURL: "${url}",
});

analytics.page();
analytics.track("Product Added", { product_id: "SKU-1", quantity: 1, price: 12.34, currency: "CNY" });`;
  return { id: "next", name: "analytics-next", install: "npm install @segment/analytics-next", code };
}

function node({ key, url }: SnippetInput): Snippet {
  const code = `import { Analytics } from "@segment/analytics-node";

const analytics = new Analytics({
  writeKey: "${key}",
  host: "${url}",
});

analytics.track({
  userId: "user-1",
  event: "Order Completed",
  properties: { order_id: "1001", total: 12.34, currency: "CNY" },
});
await analytics.closeAndFlush();`;
  return { id: "node", name: "analytics-node", install: "npm install @segment/analytics-node", code };
}

function python({ key, url }: SnippetInput): Snippet {
  const code = `import segment.analytics as analytics

analytics.write_key = "${key}"
analytics.host = "${url}"

analytics.track(
    user_id="user-1",
    event="Order Completed",
    properties={"order_id": "1001", "total": 12.34, "currency": "CNY"},
)
analytics.flush()`;
  return { id: "python", name: "analytics-python", install: "pip install segment-analytics-python", code };
}

function curl({ key, url }: SnippetInput): Snippet {
  const code = `curl ${url}/v1/track \\
  --user ${key}: \\
  --header 'content-type: application/json' \\
  --data '{"anonymousId": "visitor-1", "event": "Product Viewed", "properties": {"product_id": "SKU-1"}}'`;
  return { id: "curl", name: "curl", code };
}
