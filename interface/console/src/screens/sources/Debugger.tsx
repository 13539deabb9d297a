/** What arrives right now, newest first, and what was refused with its reason. Asked every two seconds until paused. */
import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { arrivalsQuery, sourcesQuery } from "../../api/sources";
import type { Arrival, Arrivals } from "../../api/types";
import { kindIcon, kindName } from "../../components/event/kinds";
import { Icon } from "../../components/Icon";
import { Choice } from "../../components/list/Choice";
import { LiveBar } from "../../components/live/LiveBar";
import { useLive } from "../../components/live/useLive";
import { memberPath } from "../../components/paths";
import { TableBones } from "../../components/state/Bones";
import { Loaded } from "../../components/state/Loaded";
import { Notice } from "../../components/state/Notice";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";
import { RefusedTable } from "./RefusedTable";

/** As often as a person who has just sent something looks again. */
const EVERY_MS = 2_000;

type Props = {
  source: string | undefined;
  /** Without it the source is settled. */
  choose?: (source: string | undefined) => void;
};

export function Debugger({ source, choose }: Props) {
  const text = useText();
  const live = useLive(EVERY_MS);
  const query = useQuery({ ...arrivalsQuery(source), refetchInterval: live.interval });
  // A refusal of an unknown or revoked key belongs to no source: the answer for one source lacks it.
  const all = useQuery({ ...arrivalsQuery(), refetchInterval: live.interval });
  const sources = useQuery(sourcesQuery).data?.items ?? [];
  const [shown, setShown] = useState<"events" | "refused">("events");
  const refused = all.data?.refused.filter((one) => !source || one.source_id === source || one.source_id === null) ?? [];
  return (
    <>
      <div className="debugger-bar">
        {choose && (
          <Choice
            label={text("event-column-source")}
            any={text("source-any")}
            value={source}
            options={sources.map(({ id, name }) => ({ value: id, label: name }))}
            change={choose}
            width={190}
          />
        )}
        <Segmented<"events" | "refused">
          aria-label={text("debugger-show")}
          value={shown}
          options={[
            { value: "events", label: text("debugger-events", { count: query.data?.events.length ?? 0 }) },
            { value: "refused", label: text("debugger-refused", { count: refused.length }) },
          ]}
          onChange={setShown}
        />
        <LiveBar live={live} query={query} />
      </div>
      <Loaded query={query} bones={<TableBones rows={6} columns={4} />}>
        {(arrivals: Arrivals) =>
          shown === "refused" ? <RefusedTable refused={refused} /> : <Events events={arrivals.events} />
        }
      </Loaded>
    </>
  );
}

function Events({ events }: { events: Arrival[] }) {
  const text = useText();
  if (events.length === 0) {
    return (
      <Notice icon="pulse" title={text("debugger-empty")}>
        <p>{text("debugger-empty-help")}</p>
      </Notice>
    );
  }
  return (
    <ol className="arrivals" aria-label={text("debugger-list")}>
      {events.map((arrival) => (
        <ArrivalRow key={arrival.id} arrival={arrival} />
      ))}
    </ol>
  );
}

function ArrivalRow({ arrival }: { arrival: Arrival }) {
  const text = useText();
  const format = useFormat();
  const { kind, occurred_at, received_at, member_id, anonymous_id, event } = arrival;
  return (
    <li>
      <details>
        <summary>
          <span className="arrival-kind">
            <Icon name={kindIcon(kind)} />
            <strong>{kindName(text, kind)}</strong>
            {kindName(text, kind) !== kind && <code>{kind}</code>}
          </span>
          <span className="arrival-who muted">{member_id ? text("person-member") : (anonymous_id ?? "—")}</span>
          <time className="muted" dateTime={received_at}>
            {format.timeWithSeconds(received_at)}
          </time>
        </summary>
        <p className="arrival-about muted small">
          {member_id && <Link to={memberPath(member_id)}>{text("arrival-member")}</Link>}
          {anonymous_id && <span>{text("arrival-visitor", { id: anonymous_id })}</span>}
          <span>{text("arrival-occurred", { at: format.dateTime(occurred_at) })}</span>
        </p>
        <pre tabIndex={0} aria-label={text("arrival-json")}>
          {JSON.stringify(event, null, 2)}
        </pre>
      </details>
    </li>
  );
}
