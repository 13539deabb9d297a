/** The funnel as bars, one a step: standing on wide screens, lying on narrow ones. All numbers open their people. */
import type { FunnelReport } from "../../../api/types";
import { eventName } from "../../../components/event/eventText";
import { Icon } from "../../../components/Icon";
import type { List } from "../../../components/list/useListState";
import { PeopleLink } from "../../../components/people/PeopleLink";
import { useFormat } from "../../../i18n/useFormat";
import { useText } from "../../../i18n/useText";
import { type FunnelFields, writePeople } from "./funnelState";

type Step = FunnelReport["steps"][number];
type Props = { report: FunnelReport; list: List<FunnelFields> };

export function FunnelSteps({ report, list }: Props) {
  return (
    <ol className="funnel" style={{ "--steps": report.steps.length } as React.CSSProperties}>
      {report.steps.map((step, index) => (
        <FunnelStep key={index} step={step} number={index + 1} last={index + 1 === report.steps.length} list={list} />
      ))}
    </ol>
  );
}

type StepProps = { step: Step; number: number; last: boolean; list: List<FunnelFields> };

function FunnelStep({ step, number, last, list }: StepProps) {
  const text = useText();
  const format = useFormat();
  const event = eventName(text, step.event);
  const people = list.address({ people: writePeople({ step: number, dropped: false }), group: undefined, rest: undefined });
  const dropped = list.address({ people: writePeople({ step: number, dropped: true }), group: undefined, rest: undefined });
  return (
    <li className="funnel-step">
      <p className="funnel-head">
        <span className="step-number" aria-hidden="true">
          {number}
        </span>
        <strong>{event}</strong>
      </p>
      <div className="funnel-bar" aria-hidden="true">
        <span style={{ "--share": `${((step.rate ?? 0) * 100).toFixed(2)}%` } as React.CSSProperties} />
      </div>
      <div className="funnel-numbers">
        <p>
          <PeopleLink to={people} count={step.people} label={text("funnel-people-count", { count: step.people, event })}>
            <span className="funnel-count">{format.number(step.people)}</span>
          </PeopleLink>{" "}
          <span className="muted">{step.rate === null ? "—" : format.share(step.rate)}</span>
        </p>
        {step.rate_from_before !== null && (
          <p className="muted small">
            {text("funnel-of-before", { share: format.share(step.rate_from_before) })}
            {step.median_seconds !== null && ` · ${text("funnel-median", { time: format.duration(step.median_seconds) })}`}
          </p>
        )}
        {!last && (
          <p className="funnel-dropped small">
            <Icon name="down" size={12} />
            <PeopleLink to={dropped} count={step.dropped} label={text("funnel-dropped-count", { count: step.dropped, event })}>
              {text("funnel-dropped-here", {
                count: format.number(step.dropped),
                share: step.people > 0 ? format.share(step.dropped / step.people) : "—",
              })}
            </PeopleLink>
          </p>
        )}
      </div>
    </li>
  );
}
