/**
 * What the tracker keeps in the browser: in memory until the visitor agrees, then in local storage, or still in
 * memory where that is denied or full. Nothing here decides whether the visitor agrees.
 */

const PREFIX = "mercat_tracker.";

const memory = new Map<string, string>();
let open = false;

function local<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

/** Whether anything may be kept beyond the page. */
export const isOpen = () => open;

export const read = (name: string) => memory.get(PREFIX + name) ?? local((storage) => storage.getItem(PREFIX + name));

/** What was written as JSON; nothing when it is none. */
export function readJson<T>(name: string): T | undefined {
  try {
    return (JSON.parse(read(name) ?? "null") as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}

export function write(name: string, value: string) {
  remove(name);
  const kept = open && local((storage) => (storage.setItem(PREFIX + name, value), true));
  if (!kept) memory.set(PREFIX + name, value);
}

export function remove(name: string) {
  memory.delete(PREFIX + name);
  if (open) local((storage) => storage.removeItem(PREFIX + name));
}

/** Names that begin alike, in order. */
export function names(start: string): string[] {
  const all = new Set([...memory.keys(), ...(local(Object.keys) ?? [])]);
  return [...all].filter((key) => key.startsWith(PREFIX + start)).map((key) => key.slice(PREFIX.length)).sort();
}

/** From now on things are kept; what waited in memory too. */
export function openStorage() {
  if (open) return;
  open = true;
  for (const [key, value] of [...memory]) write(key.slice(PREFIX.length), value);
}

/** Forgets everything, also what earlier visits kept. */
export function forgetStorage() {
  open = true;
  names("").forEach(remove);
  open = false;
}

export function cookie(name: string): string | undefined {
  const pairs = document.cookie.split("; ").map((pair) => pair.split("="));
  return pairs.find(([found]) => found === name)?.[1];
}

/** Sets a first-party cookie; zero days remove it. */
export function setCookie(name: string, value: string, days: number) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=${value}; Path=/; Max-Age=${days * 86_400}; SameSite=Lax${secure}`;
}
