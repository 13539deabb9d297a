/** What the palette offers, and which of it suits what was typed. */
import type { IconName } from "../Icon";

export type Command = {
  key: string;
  /** The heading that it stands under. */
  group: string;
  label: string;
  /** Other words that find it, such as its name in English. */
  keywords?: string;
  note?: string;
  icon: IconName;
  run: () => void;
};

/** A palette is read at a glance; more would not fit on a small screen. */
export const COMMANDS_MAX = 20;

/** The best ones first; those that suit equally keep their order. */
export function filterCommands(commands: Command[], typed: string): Command[] {
  const wanted = fold(typed);
  if (!wanted) return commands.slice(0, COMMANDS_MAX);
  return commands
    .map((command) => ({ command, score: score(command, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, COMMANDS_MAX)
    .map(({ command }) => command);
}

/** 4: begins so · 3: a word begins so · 2: contains it · 1: has its letters in order · 0: does not suit. */
function score(command: Command, wanted: string): number {
  const label = fold(command.label);
  const all = `${label} ${fold(command.keywords ?? "")}`;
  if (label.startsWith(wanted)) return 4;
  if (all.split(/[\s·:/-]+/).some((word) => word.startsWith(wanted))) return 3;
  if (all.includes(wanted)) return 2;
  return hasInOrder(label, wanted) ? 1 : 0;
}

function hasInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    const found = text.indexOf(letter, at);
    if (found < 0) return false;
    at = found + letter.length;
  }
  return true;
}

/** Case, accents and outer blanks do not matter. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
