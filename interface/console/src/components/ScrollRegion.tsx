/** A table that is wider than the screen scrolls in here; only then the region takes the focus. */
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";

export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  const region = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  // Before it is painted: a wide table must not stand there for a moment without a way to it by keyboard.
  useLayoutEffect(() => {
    if (region.current) setOverflows(isWide(region.current));
  });
  useEffect(() => {
    const element = region.current;
    if (!element) return undefined;
    const measure = () => setOverflows(isWide(element));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  const scrollable = overflows ? { role: "region", "aria-label": label, tabIndex: 0 } : {};
  return (
    <div ref={region} className="scroll-region" {...scrollable}>
      {children}
    </div>
  );
}

function isWide(element: HTMLElement): boolean {
  return element.scrollWidth > element.clientWidth + 1;
}
