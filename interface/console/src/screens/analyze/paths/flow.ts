/**
 * Paths as a flow: the same kind at another place of the path is another node, so that the flow has no circles,
 * which a Sankey chart cannot draw.
 */
import type { PathNode, PathsReport } from "../../../api/types";

export type FlowNode = { id: string; node: PathNode; place: number; sessions: number };
export type FlowLink = { source: string; target: string; sessions: number };

/** `ending` lines paths up at their last event instead of their first. */
export function flowOf(paths: PathsReport["paths"], ending: boolean): { nodes: FlowNode[]; links: FlowLink[] } {
  const longest = Math.max(0, ...paths.map(({ nodes }) => nodes.length));
  const nodes = new Map<string, FlowNode>();
  const links = new Map<string, FlowLink>();
  for (const path of paths) {
    const first = ending ? longest - path.nodes.length : 0;
    path.nodes.forEach((node, index) => {
      const place = first + index;
      const id = idOf(place, node);
      const known = nodes.get(id) ?? { id, node, place, sessions: 0 };
      known.sessions += path.sessions;
      nodes.set(id, known);
      const before = path.nodes[index - 1];
      if (!before) return;
      const source = idOf(place - 1, before);
      const link = links.get(`${source} ${id}`) ?? { source, target: id, sessions: 0 };
      link.sessions += path.sessions;
      links.set(`${source} ${id}`, link);
    });
  }
  return { nodes: [...nodes.values()], links: [...links.values()] };
}

function idOf(place: number, { kind, page }: PathNode): string {
  return JSON.stringify([place, kind, page]);
}
