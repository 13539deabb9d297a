/** What became of a statement of who is who, in words. */
import { Tag } from "antd";
import { msg, useText } from "../../i18n/useText";

export const OUTCOMES: Record<string, { name: string; colour?: string }> = {
  merged: { name: msg("merge-merged"), colour: "success" },
  conflict: { name: msg("merge-conflict"), colour: "warning" },
  cycle: { name: msg("merge-cycle") },
  undone: { name: msg("merge-undone") },
};

export function OutcomeTag({ outcome }: { outcome: string }) {
  const text = useText();
  const known = OUTCOMES[outcome];
  return <Tag color={known?.colour}>{known ? text(known.name) : outcome}</Tag>;
}
