/**
 * Tabs after the WAI-ARIA pattern: arrows move, the chosen panel alone is in the page.
 *
 * antd's fold into a menu on narrow screens that breaks the tab list for readers; ours wrap.
 */
import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";

export type Tab = { key: string; label: string; content: () => ReactNode };

type Props = { name: string; tabs: Tab[]; chosen: string; choose: (key: string) => void };

export function Tabs({ name, tabs, chosen, choose }: Props) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const index = Math.max(
    tabs.findIndex((tab) => tab.key === chosen),
    0,
  );
  const pressed = (event: KeyboardEvent) => {
    const target = moved(event.key, index, tabs.length);
    const tab = target === null ? undefined : tabs[target];
    if (!tab) return;
    event.preventDefault();
    choose(tab.key);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[target ?? 0]?.focus();
  };
  return (
    <>
      <div ref={list} role="tablist" aria-label={name} className="tab-list" onKeyDown={pressed}>
        {tabs.map((tab, position) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${base}-tab-${tab.key}`}
            aria-selected={position === index}
            aria-controls={position === index ? `${base}-panel` : undefined}
            tabIndex={position === index ? 0 : -1}
            onClick={() => choose(tab.key)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div id={`${base}-panel`} role="tabpanel" aria-labelledby={`${base}-tab-${tabs[index]?.key}`}>
        {tabs[index]?.content()}
      </div>
    </>
  );
}

function moved(key: string, index: number, length: number): number | null {
  if (key === "ArrowRight") return (index + 1) % length;
  if (key === "ArrowLeft") return (index - 1 + length) % length;
  if (key === "Home") return 0;
  if (key === "End") return length - 1;
  return null;
}
