/** How a figure changed against the comparison period. */

export type Change =
  | { kind: "none" }
  | { kind: "same" }
  /** `value` is a ratio (0.1 = +10 %) or, for shares, a difference in percentage points. */
  | { kind: "up" | "down"; value: number };

/** Smaller changes would be shown as 0.0, so they count as none. */
const RATIO_MIN = 0.0005;
const POINTS_MIN = 0.05;

/** A relative change; there is none against nothing. */
export function relativeChange(current: number, previous: number): Change {
  if (!(previous > 0)) return { kind: "none" };
  return direction((current - previous) / previous, RATIO_MIN);
}

/** The difference of two shares (0 to 1) in percentage points; there is none when either is unknown. */
export function pointsChange(current: number | null, previous: number | null): Change {
  if (current === null || previous === null) return { kind: "none" };
  return direction((current - previous) * 100, POINTS_MIN);
}

function direction(value: number, smallest: number): Change {
  if (Math.abs(value) < smallest) return { kind: "same" };
  return { kind: value > 0 ? "up" : "down", value };
}
