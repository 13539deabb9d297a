/** Categories as options of a filter: children follow their parent, set in. */
import type { CategoryItem } from "../../api/types";

/** Deeper ones are still listed, but set in no further. */
const DEPTH_MAX = 4;

export function categoryOptions(categories: CategoryItem[]): { value: string; label: string }[] {
  const known = new Set(categories.map((category) => category.id));
  const children = new Map<string | null, CategoryItem[]>();
  for (const category of categories) {
    const parent = category.parent_id && known.has(category.parent_id) ? category.parent_id : null;
    children.set(parent, [...(children.get(parent) ?? []), category]);
  }
  const options: { value: string; label: string }[] = [];
  const seen = new Set<string>();
  const walk = (parent: string | null, depth: number) => {
    for (const category of children.get(parent) ?? []) {
      if (seen.has(category.id)) continue;
      seen.add(category.id);
      options.push({ value: category.id, label: "\u2003".repeat(Math.min(depth, DEPTH_MAX)) + category.name });
      walk(category.id, depth + 1);
    }
  };
  walk(null, 0);
  return options;
}
