/** The conditions of an event, one by one: `device=phone;url~"a;b"` are two. */

export function conditionsOf(where: string): string[] {
  const found = where.match(/(?:"(?:\\.|[^"\\])*"|[^;"])+/gs) ?? [];
  return found.map((condition) => condition.trim()).filter((condition) => condition !== "");
}
