/** A funnel and its address say the same, so that whoever gets the link sees the same funnel. */
import { describe, expect, it } from "vitest";
import { readListState, writeListState } from "../../../components/list/listState";
import { FUNNEL_FIELDS, funnelAsk, readPeople, stepsOf, writePeople } from "./funnelState";

const PERIOD = { from: "2026-01-01", to: "2026-01-31" };
const read = (query: string) => readListState(new URLSearchParams(query), FUNNEL_FIELDS);
const again = (query: string) => readListState(writeListState(read(query)), FUNNEL_FIELDS);

describe("the state of a funnel", () => {
  it("survives the way into the address and back", () => {
    const steps = encodeURIComponent('product_viewed[device=phone],"Video, Played",order_completed');
    const query = `steps=${steps}&window=14&by=utm.source&from=2026-01-01&to=2026-01-31&view=table&people=2d&group=a%26b`;
    expect(again(query)).toEqual(read(query));
    expect(funnelAsk(read(query).filters, PERIOD)).toEqual({
      ...PERIOD,
      steps: 'product_viewed[device=phone],"Video, Played",order_completed',
      window_days: 14,
      by: "utm.source",
    });
  });

  it("is the way of a purchase when nothing is asked", () => {
    expect(stepsOf(read("").filters).map(({ kinds }) => kinds[0])).toEqual([
      "product_viewed",
      "product_added",
      "order_completed",
    ]);
  });

  it("drops what cannot be right", () => {
    const eleven = Array.from({ length: 11 }, () => "a").join(",");
    expect(read("steps=one&window=0&by=password&people=11").filters).toEqual({});
    expect(read(`steps=${eleven}&window=367&people=0`).filters).toEqual({});
  });

  it("tells people of a step from those who dropped out", () => {
    for (const which of [{ step: 2, dropped: true }, { step: 10, dropped: false }]) {
      expect(readPeople(writePeople(which))).toEqual(which);
    }
  });
});
