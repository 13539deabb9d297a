/** Events of a path as the API writes them: `product_viewed,product_added`, with pages `page_viewed@"/zh-CN/a"`. */
import type { PathNode } from "../../../api/types";
import { wordOf } from "../../../components/event/eventText";
import { kindName } from "../../../components/event/kinds";
import type { Text } from "../../../i18n/useText";

export function writeNodes(nodes: PathNode[]): string {
  return nodes.map(({ kind, page }) => (page === null ? wordOf(kind) : `${wordOf(kind)}@${wordOf(page)}`)).join(",");
}

const NODE = /^\s*("(?:\\.|[^"\\])*"|[^,@"]+)(?:@("(?:\\.|[^"\\])*"|[^,"]+))?\s*(,|$)/s;

/** Null for what is no path. */
export function readNodes(text: string): PathNode[] | null {
  const nodes: PathNode[] = [];
  let rest = text;
  for (;;) {
    const found = NODE.exec(rest);
    if (!found) return null;
    nodes.push({ kind: unquoted(found[1] ?? ""), page: found[2] === undefined ? null : unquoted(found[2]) });
    rest = rest.slice(found[0].length);
    if (found[3] === "") return nodes;
  }
}

function unquoted(word: string): string {
  const trimmed = word.trim();
  return trimmed.startsWith('"') ? trimmed.slice(1, -1).replace(/\\(.)/gs, "$1") : trimmed;
}

export function nodeName(text: Text, { kind, page }: PathNode): string {
  return page === null ? kindName(text, kind) : `${kindName(text, kind)} ${pathOf(page)}`;
}

export function nodesName(text: Text, nodes: PathNode[]): string {
  return nodes.map((node) => nodeName(text, node)).join(" → ");
}

/** The shop's own host says nothing new on every node. */
function pathOf(page: string): string {
  return page.replace(/^https?:\/\/[^/]+/, "") || "/";
}
