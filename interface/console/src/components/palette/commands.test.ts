/** What the palette finds for what was typed. */
import { expect, it } from "vitest";
import { COMMANDS_MAX, type Command, filterCommands } from "./commands";

const command = (label: string, keywords = ""): Command => ({
  key: label,
  group: "",
  label,
  keywords,
  icon: "home",
  run: () => undefined,
});

const COMMANDS = ["Home", "Members", "Models", "Theme: Dark", "Sign out"].map((label) => command(label));
const found = (typed: string, commands = COMMANDS) => filterCommands(commands, typed).map(({ label }) => label);

it("nothing typed offers everything, up to what fits", () => {
  expect(found("  ")).toEqual(COMMANDS.map(({ label }) => label));
  const many = Array.from({ length: 50 }, (_, number) => command(`Page ${number}`));
  expect(filterCommands(many, "")).toHaveLength(COMMANDS_MAX);
});

it("beginnings come before words, and words before letters", () => {
  expect(found("m", [command("Theme"), command("Go: Members"), command("Models")])).toEqual([
    "Models",
    "Go: Members",
    "Theme",
  ]);
});

it("case and accents do not matter, and letters in order are enough", () => {
  expect(found("DARK")).toEqual(["Theme: Dark"]);
  expect(found("mbs")).toEqual(["Members"]);
  expect(found("cafe", [command("Café")])).toEqual(["Café"]);
});

it("other words find it, also for Chinese labels", () => {
  const products = command("商品", "/products 店铺经营");
  expect(found("prod", [products])).toEqual(["商品"]);
  expect(found("商", [products])).toEqual(["商品"]);
});

it("what does not suit is left out", () => {
  expect(found("xyz")).toEqual([]);
});
