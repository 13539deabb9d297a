/**
 * Properties of a live screen:
 * 1. it asks again after its interval;
 * 2. it rests while it is paused, and goes on afterwards;
 * 3. it rests while the tab is hidden.
 */
import { QueryClient, QueryClientProvider, focusManager, useQuery } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useLive } from "./useLive";

const EVERY_MS = 2_000;
const asked = vi.fn(async () => "answer");

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  focusManager.setFocused(undefined);
  vi.useRealTimers();
  asked.mockClear();
});

async function shown() {
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const hook = renderHook(
    () => {
      const live = useLive(EVERY_MS);
      useQuery({ queryKey: ["x"], queryFn: asked, refetchInterval: live.interval });
      return live;
    },
    { wrapper },
  );
  await passes(0);
  return hook;
}

const passes = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

it("asks again, and rests while it is paused", async () => {
  const { result, unmount } = await shown();
  expect(asked).toHaveBeenCalledTimes(1);
  await passes(2 * EVERY_MS + 100);
  expect(asked).toHaveBeenCalledTimes(3);
  act(() => result.current.toggle());
  await passes(10 * EVERY_MS);
  expect(asked).toHaveBeenCalledTimes(3);
  act(() => result.current.toggle());
  await passes(EVERY_MS + 100);
  expect(asked).toHaveBeenCalledTimes(4);
  unmount();
});

it("rests while the tab is hidden", async () => {
  const { unmount } = await shown();
  act(() => focusManager.setFocused(false));
  await passes(10 * EVERY_MS);
  expect(asked).toHaveBeenCalledTimes(1);
  unmount();
});
