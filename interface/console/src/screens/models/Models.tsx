/** The trained models: which serves, what it learned from, and how well it guessed. */
import { useQuery } from "@tanstack/react-query";
import { Tag } from "antd";
import { modelsQuery } from "../../api/models";
import type { Model } from "../../api/types";
import { type Column, DataTable } from "../../components/DataTable";
import { PageHeading } from "../../components/PageHeading";
import { TableBones } from "../../components/state/Bones";
import { Loaded } from "../../components/state/Loaded";
import { Notice } from "../../components/state/Notice";
import { useFormat } from "../../i18n/useFormat";
import { msg, useText } from "../../i18n/useText";

/** Metrics by their names in the manifest; those that are shares are told as such. */
const METRICS: Record<string, { name: string; isShare: boolean }> = {
  members_tested: { name: msg("metric-members-tested"), isShare: false },
  personal_hr_at_10: { name: msg("metric-personal-hr-at-10"), isShare: true },
  popular_hr_at_10: { name: msg("metric-popular-hr-at-10"), isShare: true },
  coverage: { name: msg("metric-coverage"), isShare: true },
};

const KINDS: Record<string, string> = { recommend: msg("model-kind-recommend") };

export function Component() {
  const text = useText();
  const query = useQuery(modelsQuery);
  const columns = useColumns();
  return (
    <>
      <PageHeading title={text("nav-models")} note={text("models-note")} />
      <Loaded query={query} bones={<TableBones rows={4} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Notice icon="models" title={text("models-empty")}>
              <p>{text("models-empty-help")}</p>
              <ul className="commands">
                <li>
                  <code>mercat train</code>
                </li>
              </ul>
            </Notice>
          ) : (
            <div className="panel">
              <DataTable caption={text("nav-models")} columns={columns} rows={items} rowKey={(row) => row.id} />
            </div>
          )
        }
      </Loaded>
    </>
  );
}

function useColumns(): Column<Model>[] {
  const text = useText();
  const format = useFormat();
  return [
    {
      key: "version",
      header: text("model-version"),
      rowHeader: true,
      render: (row) => (
        <span className="two-lines">
          <code>{row.id}</code>
          <span className="muted small">{KINDS[row.kind] ? text(KINDS[row.kind] ?? row.kind) : row.kind}</span>
        </span>
      ),
    },
    {
      key: "state",
      header: text("column-status"),
      render: (row) =>
        row.active ? <Tag color="success">{text("model-active")}</Tag> : <Tag>{text("model-inactive")}</Tag>,
    },
    { key: "created", header: text("model-trained"), render: (row) => format.dateTime(row.created_at) },
    { key: "events", header: text("model-events"), numeric: true, render: (row) => format.number(row.events) },
    { key: "products", header: text("nav-products"), numeric: true, render: (row) => format.number(row.products) },
    { key: "members", header: text("nav-members"), numeric: true, render: (row) => format.number(row.members) },
    {
      key: "metrics",
      header: text("model-metrics"),
      render: (row) => (
        <ul className="metrics">
          {row.metrics.map(({ name, value }) => (
            <li key={name}>
              <span className="muted">{METRICS[name] ? text(METRICS[name].name) : name}</span>{" "}
              {METRICS[name]?.isShare ? format.share(value) : format.number(value)}
            </li>
          ))}
        </ul>
      ),
    },
  ];
}
