/** A flow counts every session once at each place, and never runs in a circle. */
import { expect, it } from "vitest";
import { flowOf } from "./flow";

const node = (kind: string) => ({ kind, page: null });
const PATHS = [
  { nodes: [node("a"), node("b"), node("a")], sessions: 3 },
  { nodes: [node("a"), node("b")], sessions: 2 },
  { nodes: [node("b")], sessions: 1 },
];

it("sessions at a place are those of its paths", () => {
  const { nodes, links } = flowOf(PATHS, false);
  const at = (place: number) => nodes.filter((one) => one.place === place).reduce((sum, one) => sum + one.sessions, 0);
  expect([at(0), at(1), at(2)]).toEqual([6, 5, 3]);
  expect(links.map(({ sessions }) => sessions).sort()).toEqual([3, 5]);
});

it("a flow has no circles: each link leads one place on", () => {
  for (const ending of [false, true]) {
    const { nodes, links } = flowOf(PATHS, ending);
    const place = new Map(nodes.map((one) => [one.id, one.place]));
    for (const { source, target } of links) expect(place.get(target)).toBe((place.get(source) ?? 0) + 1);
  }
});

it("paths to an event end at the same place", () => {
  const { nodes } = flowOf(PATHS, true);
  expect(Math.max(...nodes.map(({ place }) => place))).toBe(2);
  expect(nodes.filter(({ place }) => place === 2).reduce((sum, one) => sum + one.sessions, 0)).toBe(6);
});
