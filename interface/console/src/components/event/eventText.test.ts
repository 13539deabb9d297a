/** Events survive the way into an address and back, whatever their names and conditions are. */
import { describe, expect, it } from "vitest";
import { readEvent, readEvents, writeEvents } from "./eventText";

describe("events of an address", () => {
  it.each([
    "product_viewed,product_added,order_completed",
    "product_viewed[device=phone;utm.source!=newsletter],order_completed[value>=12.50 CNY]",
    'Video Played,"a, b|c"[url~"x]y"],"say \\"hi\\""',
    "product_viewed|product_clicked,*",
  ])("%s", (written) => {
    const events = readEvents(written);
    expect(events).not.toBeNull();
    expect(writeEvents(events ?? [])).toBe(written);
  });

  it("reads names and conditions", () => {
    expect(readEvent('"a, b"|c[device=phone]')).toEqual({ kinds: ["a, b", "c"], where: "device=phone" });
  });

  it.each(["", "a,,b", 'a,"b', "a[b", "a]", "a|"])("refuses %s", (written) => {
    expect(readEvents(written)).toBeNull();
  });
});
