/** The steps of a funnel: chosen, added, taken out and moved with buttons. A funnel is asked for once each step is chosen. */
import { Button } from "antd";
import { useState } from "react";
import { type EventText, writeEvents } from "../../../components/event/eventText";
import { KindPicker } from "../../../components/event/KindPicker";
import { Icon } from "../../../components/Icon";
import type { List } from "../../../components/list/useListState";
import { Panel } from "../../../components/Panel";
import { useText } from "../../../i18n/useText";
import { type FunnelFields, STEPS_MAX, STEPS_MIN, stepsOf } from "./funnelState";
import { StepConditions } from "./StepConditions";

/** No kinds yet: a step that was just added. */
const UNCHOSEN: EventText = { kinds: [], where: "" };

export function FunnelBuilder({ list }: { list: List<FunnelFields> }) {
  const text = useText();
  const asked = writeEvents(stepsOf(list.filters));
  const [draft, setDraft] = useState({ asked, steps: stepsOf(list.filters) });
  // Back, forward or a link: the address goes before what is being edited.
  if (draft.asked !== asked) setDraft({ asked, steps: stepsOf(list.filters) });
  const steps = draft.steps;
  const change = (next: EventText[]) => {
    const complete = next.length >= STEPS_MIN && next.every(({ kinds }) => kinds.length > 0);
    setDraft({ asked: complete ? writeEvents(next) : asked, steps: next });
    if (complete && writeEvents(next) !== asked) {
      list.filter({ steps: writeEvents(next), people: undefined, group: undefined, rest: undefined });
    }
  };
  const replaced = (index: number, step: EventText) => change(steps.map((old, at) => (at === index ? step : old)));
  return (
    <Panel title={text("funnel-steps")} note={text("funnel-steps-note")}>
      <ol className="steps">
        {steps.map((step, index) => (
          <StepRow
            // Steps have no identity of their own; their place is it.
            key={index}
            step={step}
            number={index + 1}
            count={steps.length}
            change={(next) => replaced(index, next)}
            move={(by) => change(moved(steps, index, by))}
            remove={() => change(steps.filter((_, at) => at !== index))}
          />
        ))}
      </ol>
      <Button
        icon={<Icon name="plus" />}
        disabled={steps.length >= STEPS_MAX}
        onClick={() => change([...steps, UNCHOSEN])}
      >
        {text("funnel-step-add")}
      </Button>
    </Panel>
  );
}

function moved(steps: EventText[], index: number, by: -1 | 1): EventText[] {
  const next = [...steps];
  const [step] = next.splice(index, 1);
  if (step) next.splice(index + by, 0, step);
  return next;
}

type RowProps = {
  step: EventText;
  number: number;
  count: number;
  change: (step: EventText) => void;
  move: (by: -1 | 1) => void;
  remove: () => void;
};

function StepRow({ step, number, count, change, move, remove }: RowProps) {
  const text = useText();
  const value = step.kinds.length === 0 ? undefined : step.kinds.join(" | ");
  return (
    <li className="step">
      <span className="step-number" aria-hidden="true">
        {number}
      </span>
      <KindPicker
        className="step-kind"
        label={text("funnel-step-kind", { number })}
        placeholder={text("funnel-step-choose")}
        value={step.kinds.length > 1 ? undefined : value}
        focused={step.kinds.length === 0}
        change={(kind) => kind && change({ ...step, kinds: [kind] })}
      />
      <span className="step-buttons">
        <Button
          type="text"
          icon={<Icon name="up" />}
          aria-label={text("funnel-step-up", { number })}
          disabled={number === 1}
          onClick={() => move(-1)}
        />
        <Button
          type="text"
          icon={<Icon name="down" />}
          aria-label={text("funnel-step-down", { number })}
          disabled={number === count}
          onClick={() => move(1)}
        />
        <Button
          type="text"
          icon={<Icon name="close" />}
          aria-label={text("funnel-step-remove", { number })}
          disabled={count <= STEPS_MIN}
          onClick={remove}
        />
      </span>
      {step.kinds.length > 1 && <span className="step-more muted small">{value}</span>}
      {step.kinds.length > 0 && (
        <StepConditions number={number} where={step.where} change={(where) => change({ ...step, where })} />
      )}
    </li>
  );
}
