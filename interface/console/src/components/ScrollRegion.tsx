/** A table that is wider than the screen scrolls in here; only then the region takes the focus. */
import { type ReactNode, useEffect, useRef, useState } from "react";

export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  const region = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = region.current;
    if (!element) return undefined;
    const measure = () => setOverflows(element.scrollWidth > element.clientWidth + 1);
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
