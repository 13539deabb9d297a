/**
 * Asking again every few seconds, until the person pauses it. While the tab is hidden nothing is asked: the interval
 * of TanStack Query rests in the background by itself.
 */
import { useState } from "react";

export type Live = {
  paused: boolean;
  toggle: () => void;
  /** For `refetchInterval` of a query. */
  interval: number | false;
};

export function useLive(everyMs: number): Live {
  const [paused, setPaused] = useState(false);
  return { paused, toggle: () => setPaused((before) => !before), interval: paused ? false : everyMs };
}
