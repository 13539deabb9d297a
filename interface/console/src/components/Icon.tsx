/** Line icons. They always stand beside a text or inside a named control, so they are hidden from readers. */

const PATHS = {
  home: "M4 11l8-7 8 7M6 10v9h4v-5h4v5h4v-9",
  members: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.4-3.6 3-5.5 6.5-5.5s6.1 1.9 6.5 5.5M16 4.3a3.5 3.5 0 0 1 0 6.4M17.5 14.8c2.3.6 3.7 2.4 4 5.2",
  models: "M12 3l8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9",
  products: "M4 8l8-4 8 4v9l-8 4-8-4zM4 8l8 4 8-4M12 12v9M8 6l8 4",
  orders: "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6",
  returns: "M9 14l-5-5 5-5M4 9h10a6 6 0 0 1 0 12H9",
  shop: "M4 9l1.5-5h13L20 9M4 9v11h16V9M4 9a2.7 2.7 0 0 0 5.3 0 2.7 2.7 0 0 0 5.4 0A2.7 2.7 0 0 0 20 9M10 20v-5h4v5",
  api: "M8 7l-5 5 5 5M16 7l5 5-5 5M13.5 5l-3 14",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.5 4.5",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
  screen: "M3 5h18v11H3zM9 20h6M12 16v4",
  language: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c2.5 2.6 3.6 5.5 3.6 9s-1.1 6.4-3.6 9c-2.5-2.6-3.6-5.5-3.6-9S9.5 5.6 12 3z",
  account: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c.5-4 3.5-6.5 8-6.5s7.5 2.5 8 6.5",
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6L6 18",
  previous: "M14.5 6l-6 6 6 6",
  next: "M9.5 6l6 6-6 6",
  up: "M12 19V6M6 11.5L12 5.5l6 6",
  down: "M12 5v13M6 12.5l6 6 6-6",
  level: "M5 12h14",
  external: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  retry: "M20 11a8 8 0 1 0-.6 5M20 4.5V11h-6.5",
  check: "M5 12.5l4.5 4.5L19 7.5",
  picture: "M4 5h16v14H4zM4 16l5-5 4 4 2.5-2.5L20 17M15.5 9.5h.01",
  box: "M4 8.5L12 4l8 4.5v8L12 21l-8-4.5zM4 8.5L12 13l8-4.5M12 13v8",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  alert: "M12 4l9.5 16h-19zM12 10v4.5M12 17.3h.01",
  out: "M10 4H5v16h5M15 8l4 4-4 4M19 12H9",
  view: "M2.5 12c2.4-4 5.5-6 9.5-6s7.1 2 9.5 6c-2.4 4-5.5 6-9.5 6s-7.1-2-9.5-6zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  cart: "M3 4h2.5l2 11h10l2-8H6.5M9 20h.01M16.5 20h.01",
  star: "M12 4l2.5 5.2 5.7.8-4.1 4 1 5.7L12 17l-5.1 2.7 1-5.7-4.1-4 5.7-.8z",
  download: "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14",
  plus: "M12 5v14M5 12h14",
  pause: "M8.5 5v14M15.5 5v14",
  play: "M7 5l12 7-12 7z",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  trash: "M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13",
  pulse: "M3 12h4l3-7 4 14 3-7h4",
  funnel: "M4 5h16l-6 7.5V19l-4 1.5v-8z",
  grid: "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z",
  branch: "M4 12h5c4 0 3-6 7-6h4M9 12c4 0 3 6 7 6h4M17.5 3.5L20 6l-2.5 2.5M17.5 15.5L20 18l-2.5 2.5",
  plug: "M9 3v5M15 3v5M6.5 8h11v3a5.5 5.5 0 0 1-11 0zM12 16.5V21",
  shield: "M12 3l8 3v6c0 4.5-3.2 7.6-8 9-4.8-1.4-8-4.5-8-9V6z",
  dot: "M12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
