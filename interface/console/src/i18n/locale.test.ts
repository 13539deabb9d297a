/** Which language a browser's wishes lead to. */
import { expect, it } from "vitest";
import { bestLocale } from "./locale";

it("the first wish that can be met wins", () => {
  expect(bestLocale(["fr-FR", "zh-TW", "en"])).toBe("zh-CN");
  expect(bestLocale(["en-GB", "zh-CN"])).toBe("en");
  expect(bestLocale(["ZH"])).toBe("zh-CN");
});

it("English stands in for every other", () => {
  expect(bestLocale(["fr"])).toBe("en");
  expect(bestLocale([])).toBe("en");
});
