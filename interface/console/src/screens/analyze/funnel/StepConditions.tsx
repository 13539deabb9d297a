/** Which events of a kind count: conditions as the API writes them, told as chips and added through three fields. */
import { Button, Input } from "antd";
import { useState } from "react";
import { wordOf } from "../../../components/event/eventText";
import { Icon } from "../../../components/Icon";
import { Choice } from "../../../components/list/Choice";
import { useText } from "../../../i18n/useText";
import { columnName } from "../columnName";
import { conditionsOf } from "./conditions";
import { COLUMNS } from "./funnelState";

const VALUE_LETTERS_MAX = 200;

type Props = { number: number; where: string; change: (where: string) => void };

export function StepConditions({ number, where, change }: Props) {
  const text = useText();
  const [adding, setAdding] = useState(false);
  const conditions = conditionsOf(where);
  return (
    <div className="step-where">
      {conditions.map((condition, index) => (
        <span key={condition} className="chip">
          <span>{condition}</span>
          <button
            type="button"
            aria-label={text("filters-remove", { filter: condition })}
            onClick={() => change(conditions.filter((_, at) => at !== index).join(";"))}
          >
            <Icon name="close" size={12} />
          </button>
        </span>
      ))}
      {adding ? (
        <NewCondition
          number={number}
          add={(condition) => {
            change([...conditions, condition].join(";"));
            setAdding(false);
          }}
          cancel={() => setAdding(false)}
        />
      ) : (
        <button
          type="button"
          className="link-button"
          aria-label={text("funnel-condition-add-to", { number })}
          onClick={() => setAdding(true)}
        >
          {text("funnel-condition-add")}
        </button>
      )}
    </div>
  );
}

function NewCondition({ number, add, cancel }: { number: number; add: (condition: string) => void; cancel: () => void }) {
  const text = useText();
  const [column, setColumn] = useState<string>("device");
  const [test, setTest] = useState("=");
  const [value, setValue] = useState("");
  const ready = test === "" || value.trim() !== "";
  const written = test === "" ? column : `${column}${test}${wordOf(value.trim())}`;
  return (
    <form
      className="step-condition"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) add(written);
      }}
    >
      <Choice
        label={text("funnel-condition-column", { number })}
        value={column}
        options={[...COLUMNS, "url"].map((name) => ({ value: name, label: columnName(text, name) }))}
        change={(next) => next && setColumn(next)}
        width={150}
      />
      <Choice
        label={text("funnel-condition-test", { number })}
        value={test || "any"}
        options={[
          { value: "=", label: text("condition-is") },
          { value: "!=", label: text("condition-is-not") },
          { value: "~", label: text("condition-contains") },
          { value: "any", label: text("condition-is-there") },
        ]}
        change={(next) => setTest(next === "any" ? "" : (next ?? "="))}
        width={120}
      />
      {test !== "" && (
        <Input
          className="step-value"
          aria-label={text("funnel-condition-value", { number })}
          placeholder={text("funnel-condition-value-hint")}
          value={value}
          maxLength={VALUE_LETTERS_MAX}
          onChange={(event) => setValue(event.target.value)}
          autoFocus
        />
      )}
      <Button htmlType="submit" disabled={!ready}>
        {text("action-add")}
      </Button>
      <Button type="text" onClick={cancel}>
        {text("action-cancel")}
      </Button>
    </form>
  );
}
