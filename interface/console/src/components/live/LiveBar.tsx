/** Whether a screen is live, when it was last told something, and the button that pauses it. */
import type { UseQueryResult } from "@tanstack/react-query";
import { Button } from "antd";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";
import { Icon } from "../Icon";
import type { Live } from "./useLive";

type Props = { live: Live; query: Pick<UseQueryResult, "dataUpdatedAt" | "isError"> };

export function LiveBar({ live, query }: Props) {
  const text = useText();
  const format = useFormat();
  const at = query.dataUpdatedAt > 0 ? format.timeWithSeconds(new Date(query.dataUpdatedAt).toISOString()) : "—";
  const state = live.paused ? "paused" : query.isError ? "failed" : "on";
  return (
    <span className="live">
      <span className={`live-state live-${state}`}>
        <span className="live-dot" aria-hidden="true" />
        {live.paused ? text("live-paused", { at }) : query.isError ? text("live-failed", { at }) : text("live-on", { at })}
      </span>
      <Button icon={<Icon name={live.paused ? "play" : "pause"} />} onClick={live.toggle}>
        {live.paused ? text("live-resume") : text("live-pause")}
      </Button>
    </span>
  );
}
