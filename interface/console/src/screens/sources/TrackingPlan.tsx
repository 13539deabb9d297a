/** What the shop expects of its events, and what came otherwise in the last seven days. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Tag } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { planQuery, removeFromPlan, sourcesQuery } from "../../api/sources";
import type { Plan, PlannedEvent, Violation } from "../../api/types";
import { Confirm } from "../../components/Confirm";
import { CsvButton } from "../../components/CsvButton";
import { type Column, DataTable } from "../../components/DataTable";
import { kindName } from "../../components/event/kinds";
import { Icon } from "../../components/Icon";
import { sourcePath } from "../../components/paths";
import { TableBones } from "../../components/state/Bones";
import { Loaded } from "../../components/state/Loaded";
import { usePermission } from "../../components/state/NoPermission";
import { Notice } from "../../components/state/Notice";
import { useFormat } from "../../i18n/useFormat";
import { msg, useText } from "../../i18n/useText";
import { PlannedEventSheet } from "./PlannedEventSheet";

/** The server counts violations within seconds after the events. */
const EVERY_MS = 5_000;

const PROBLEMS: Record<string, string> = {
  unplanned: msg("violation-unplanned"),
  missing: msg("violation-missing"),
  type: msg("violation-type"),
};

export function TrackingPlan() {
  const query = useQuery({ ...planQuery, refetchInterval: EVERY_MS });
  return (
    <Loaded query={query} bones={<TableBones rows={5} columns={4} />}>
      {(plan) => <PlanTables plan={plan} />}
    </Loaded>
  );
}

function PlanTables({ plan }: { plan: Plan }) {
  const text = useText();
  const allowed = usePermission("settings:write");
  const [edited, setEdited] = useState<PlannedEvent | "new" | null>(null);
  const [removed, setRemoved] = useState<PlannedEvent | null>(null);
  const columns = usePlanColumns(allowed, setEdited, setRemoved);
  return (
    <>
      <div className="tab-head">
        <div>
          <h2>{text("plan-name")}</h2>
          <p className="panel-note">{text("plan-note")}</p>
        </div>
        {allowed && (
          <Button icon={<Icon name="plus" />} onClick={() => setEdited("new")}>
            {text("plan-add")}
          </Button>
        )}
      </div>
      {plan.events.length === 0 ? (
        <Notice icon="check" title={text("plan-empty")}>
          <p>{text("plan-empty-help")}</p>
        </Notice>
      ) : (
        <DataTable caption={text("plan-name")} columns={columns} rows={plan.events} rowKey={({ name }) => name} />
      )}
      <Violations violations={plan.violations} />
      {edited && <PlannedEventSheet event={edited === "new" ? null : edited} close={() => setEdited(null)} />}
      {removed && <Removal event={removed} close={() => setRemoved(null)} />}
    </>
  );
}

function usePlanColumns(
  allowed: boolean,
  edit: (event: PlannedEvent) => void,
  remove: (event: PlannedEvent) => void,
): Column<PlannedEvent>[] {
  const text = useText();
  const format = useFormat();
  const columns: Column<PlannedEvent>[] = [
    {
      key: "event",
      header: text("column-event"),
      rowHeader: true,
      render: ({ name, description }) => (
        <span className="two-lines">
          {kindName(text, name)}
          <span className="muted small">{description || name}</span>
        </span>
      ),
    },
    {
      key: "properties",
      header: text("plan-properties"),
      render: ({ properties }) =>
        properties.length === 0 ? (
          "—"
        ) : (
          <span className="plan-properties">
            {properties.map(({ name, kind, required }) => (
              <Tag key={name}>
                {name}
                {kind && `: ${kind}`}
                {required && ` (${text("plan-required")})`}
              </Tag>
            ))}
          </span>
        ),
    },
    { key: "updated", header: text("plan-updated"), render: ({ updated_at }) => format.date(updated_at) },
  ];
  if (!allowed) return columns;
  const actions: Column<PlannedEvent> = {
    key: "actions",
    header: text("column-action"),
    render: (event) => (
      <span className="row-actions">
        <Button size="small" aria-label={text("plan-edit-one", { name: event.name })} onClick={() => edit(event)}>
          {text("action-edit")}
        </Button>
        <Button size="small" aria-label={text("plan-remove-one", { name: event.name })} onClick={() => remove(event)}>
          {text("action-remove")}
        </Button>
      </span>
    ),
  };
  return [...columns, actions];
}

function Violations({ violations }: { violations: Violation[] }) {
  const text = useText();
  const format = useFormat();
  const names = new Map(useQuery(sourcesQuery).data?.items.map(({ id, name }) => [id, name]));
  const problem = (row: Violation) => text(PROBLEMS[row.problem] ?? "violation-type");
  const header = [
    text("event-column-source"),
    text("column-event"),
    text("violation-property"),
    text("violation-problem"),
    text("violation-events"),
    text("violation-last"),
  ];
  return (
    <>
      <div className="tab-head">
        <div>
          <h2>{text("violations-title")}</h2>
          <p className="panel-note">{text("violations-note")}</p>
        </div>
        {violations.length > 0 && (
          <CsvButton
            name="tracking-plan-violations"
            header={header}
            rows={() =>
              violations.map((row) => [row.source_id, row.event, row.property, row.problem, row.events, row.last_at])
            }
          />
        )}
      </div>
      {violations.length === 0 ? (
        <p className="muted pad">{text("violations-none")}</p>
      ) : (
        <DataTable
          caption={text("violations-title")}
          rows={violations}
          rowKey={(row) => `${row.source_id} ${row.event} ${row.property} ${row.problem}`}
          columns={[
            {
              key: "event",
              header: text("column-event"),
              rowHeader: true,
              render: ({ event }) => kindName(text, event),
            },
            {
              key: "property",
              header: text("violation-property"),
              render: ({ property }) => (property ? <code>{property}</code> : "—"),
            },
            { key: "problem", header: text("violation-problem"), render: problem },
            {
              key: "source",
              header: text("event-column-source"),
              render: ({ source_id }) => names.get(source_id) ?? <code>{source_id}</code>,
            },
            {
              key: "events",
              header: text("violation-events"),
              numeric: true,
              render: ({ source_id, events }) => (
                <Link to={sourcePath(source_id, { tab: "debugger" })}>{format.number(events)}</Link>
              ),
            },
            { key: "last", header: text("violation-last"), render: ({ last_at }) => format.dateTime(last_at) },
          ]}
        />
      )}
    </>
  );
}

function Removal({ event, close }: { event: PlannedEvent; close: () => void }) {
  const text = useText();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: () => removeFromPlan(event.name),
    onSuccess: async () => {
      await queryClient.invalidateQueries(planQuery);
      void message.success(text("plan-removed"));
      close();
    },
  });
  return (
    <Confirm
      title={text("plan-remove-title", { name: kindName(text, event.name) })}
      action={text("action-remove")}
      pending={mutation.isPending}
      error={mutation.error}
      confirm={() => mutation.mutate()}
      close={close}
    >
      <p>{text("plan-remove-help")}</p>
    </Confirm>
  );
}
