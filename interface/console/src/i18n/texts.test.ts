/**
 * Properties of the texts:
 * 1. both languages have the same messages;
 * 2. every id that the sources use exists, and every message is used;
 * 3. every message can be written with any arguments, without an error.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { FluentBundle } from "@fluent/bundle";
import { expect, it } from "vitest";
import en from "../../../locales/en/console.ftl?raw";
import zh from "../../../locales/zh-CN/console.ftl?raw";
import { bundleOf } from "./texts";

const SOURCES = join(import.meta.dirname, "..");

function ids(source: string): string[] {
  return [...source.matchAll(/^([a-z][\w-]*) *=/gm)].map((match) => match[1] ?? "").sort();
}

function usedIds(): Set<string> {
  const used = new Set<string>();
  for (const name of readdirSync(SOURCES, { recursive: true, encoding: "utf8" })) {
    if (!/\.tsx?$/.test(name) || name.includes(".test.")) continue;
    const source = readFileSync(join(SOURCES, name), "utf8");
    for (const match of source.matchAll(/\b(?:text|msg)\(\s*"([a-z][\w-]*)"/g)) used.add(match[1] ?? "");
  }
  return used;
}

function problems(bundle: FluentBundle, source: string): string[] {
  const found: string[] = [];
  const names = new Set([...source.matchAll(/\$(\w+)/g)].map((match) => match[1] ?? ""));
  for (const value of [0, 1, 5]) {
    const args = Object.fromEntries([...names].map((name) => [name, value]));
    for (const id of ids(source)) {
      const pattern = bundle.getMessage(id)?.value;
      const errors: Error[] = [];
      const written = pattern ? bundle.formatPattern(pattern, args, errors) : "";
      if (!written.trim() || errors.length > 0) found.push(`${id}: ${errors.join("; ") || "empty"}`);
    }
  }
  return found;
}

it("both languages have the same messages", () => {
  expect(ids(zh)).toEqual(ids(en));
});

it("every used id exists, and every message is used", () => {
  expect([...usedIds()].sort()).toEqual(ids(en));
});

it("every message can be written", () => {
  expect(problems(bundleOf("en", en), en)).toEqual([]);
  expect(problems(bundleOf("zh-CN", zh), zh)).toEqual([]);
});
