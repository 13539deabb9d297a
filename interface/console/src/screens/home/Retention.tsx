/** How many customers of each month came back, month by month. */
import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { retentionQuery } from "../../api/reports";
import type { Overview } from "../../api/types";
import type { List } from "../../components/list/useListState";
import { Panel } from "../../components/Panel";
import { Bone, Loading } from "../../components/state/Bones";
import { Loaded } from "../../components/state/Loaded";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";
import { orderCohorts } from "./orderCohorts";
import { retentionMonths } from "./presets";
import type { ReportFields } from "./reportFields";
import { RetentionTable } from "./RetentionTable";

type Props = { report: Overview; list: List<ReportFields> };

export function Retention({ report, list }: Props) {
  const text = useText();
  const format = useFormat();
  const query = useQuery(retentionQuery({ ...retentionMonths(report), currency: report.currency }));
  const unit = list.filters.retention ?? "share";
  const bones = (
    <Loading>
      <Bone height={260} />
    </Loading>
  );
  return (
    <Panel
      title={text("retention-title")}
      note={text("retention-note")}
      actions={
        <Segmented<string>
          aria-label={text("retention-unit")}
          value={unit}
          options={[
            { value: "share", label: text("retention-share") },
            { value: "count", label: text("retention-count") },
          ]}
          onChange={(retention) => list.filter({ retention }, true)}
        />
      }
      flush
    >
      <Loaded query={query} bones={bones}>
        {(retention) =>
          retention.cohorts.length === 0 ? (
            <p className="muted pad">{text("report-nothing")}</p>
          ) : (
            <RetentionTable cohorts={retention.cohorts} unit={unit} words={orderCohorts(text, format, report.currency)} />
          )
        }
      </Loaded>
    </Panel>
  );
}
