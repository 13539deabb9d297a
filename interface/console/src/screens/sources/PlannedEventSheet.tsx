/** What is expected of an event: its name, what it means, and its properties. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox, Form, Input } from "antd";
import { useState } from "react";
import { changePlan, planQuery } from "../../api/sources";
import type { PlanChange, PlannedEvent } from "../../api/types";
import { KindPicker } from "../../components/event/KindPicker";
import { kindName } from "../../components/event/kinds";
import { Icon } from "../../components/Icon";
import { Choice } from "../../components/list/Choice";
import { Sheet } from "../../components/Sheet";
import { useText } from "../../i18n/useText";
import { FormProblem } from "../session/FormProblem";

type Property = PlannedEvent["properties"][number];

const KINDS = ["string", "number", "boolean", "object", "array"];
const PROPERTY_LETTERS_MAX = 100;
const DESCRIPTION_LETTERS_MAX = 500;

type Props = { event: PlannedEvent | null; close: () => void };

export function PlannedEventSheet({ event, close }: Props) {
  const text = useText();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [name, setName] = useState(event?.name);
  const [description, setDescription] = useState(event?.description ?? "");
  const [properties, setProperties] = useState<Property[]>(event?.properties ?? []);
  const mutation = useMutation({
    mutationFn: (change: PlanChange) => changePlan(change),
    onSuccess: async () => {
      await queryClient.invalidateQueries(planQuery);
      void message.success(text("plan-saved"));
      close();
    },
  });
  const named = properties.filter((property) => property.name.trim() !== "");
  const replaced = (index: number, property: Property) =>
    setProperties(properties.map((old, at) => (at === index ? property : old)));
  return (
    <Sheet title={event ? kindName(text, event.name) : text("plan-add")} note={text("plan-event-note")} close={close}>
      <FormProblem error={mutation.error} />
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={() => name && mutation.mutate({ name, description, properties: named })}
      >
        {!event && (
          <Form.Item label={text("column-event")} htmlFor="planned-event">
            <KindPicker
              className="step-kind"
              label={text("column-event")}
              placeholder={text("funnel-step-choose")}
              value={name}
              change={setName}
            />
          </Form.Item>
        )}
        <Form.Item label={text("plan-description")} htmlFor="planned-description">
          <Input.TextArea
            id="planned-description"
            value={description}
            maxLength={DESCRIPTION_LETTERS_MAX}
            // Not `autoSize`: it writes a style attribute, which the content security policy refuses.
            rows={3}
            onChange={(change) => setDescription(change.target.value)}
          />
        </Form.Item>
        <fieldset className="properties-form">
          <legend>{text("plan-properties")}</legend>
          {properties.map((property, index) => (
            <PropertyRow
              // Properties are told apart by their place while their names are typed.
              key={index}
              number={index + 1}
              property={property}
              change={(next) => replaced(index, next)}
              remove={() => setProperties(properties.filter((_, at) => at !== index))}
            />
          ))}
          <Button
            icon={<Icon name="plus" />}
            onClick={() => setProperties([...properties, { name: "", kind: "", required: false }])}
          >
            {text("plan-property-add")}
          </Button>
        </fieldset>
        <Button type="primary" htmlType="submit" disabled={!name} loading={mutation.isPending}>
          {text("action-save")}
        </Button>
      </Form>
    </Sheet>
  );
}

type RowProps = { number: number; property: Property; change: (property: Property) => void; remove: () => void };

function PropertyRow({ number, property, change, remove }: RowProps) {
  const text = useText();
  return (
    <div className="property-row">
      <Input
        aria-label={text("plan-property-name", { number })}
        placeholder="product_id"
        value={property.name}
        maxLength={PROPERTY_LETTERS_MAX}
        onChange={(event) => change({ ...property, name: event.target.value })}
      />
      <Choice
        label={text("plan-property-kind", { number })}
        any={text("plan-kind-any")}
        value={property.kind || undefined}
        options={KINDS.map((kind) => ({ value: kind, label: kind }))}
        change={(kind) => change({ ...property, kind: kind ?? "" })}
        width={110}
      />
      <Checkbox
        checked={property.required ?? false}
        onChange={(event) => change({ ...property, required: event.target.checked })}
      >
        {text("plan-required")}
      </Checkbox>
      <Button
        type="text"
        icon={<Icon name="close" />}
        aria-label={text("plan-property-remove", { number })}
        onClick={remove}
      />
    </div>
  );
}
