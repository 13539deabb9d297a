/** Which pages a person is offered. */
import { expect, it } from "vitest";
import { pagesFor } from "./pages";

const paths = (permissions: string[]) => pagesFor(permissions).flatMap(({ pages }) => pages.map(({ path }) => path));

it("only pages that the permissions open, in no empty group", () => {
  expect(paths(["orders:read"])).toEqual(["/orders", "/returns", "/settings/api"]);
  expect(pagesFor(["orders:read"]).map(({ key }) => key)).toEqual(["store", "settings"]);
});

it("Home first for whoever reads reports", () => {
  expect(paths(["reports:read"])[0]).toBe("/");
});
