/** What was refused lately, for those who may look after sources. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { arrivalsQuery } from "../../../api/sources";
import { Panel } from "../../../components/Panel";
import { sourcesPath } from "../../../components/paths";
import { TableBones } from "../../../components/state/Bones";
import { Loaded } from "../../../components/state/Loaded";
import { usePermission } from "../../../components/state/NoPermission";
import { useText } from "../../../i18n/useText";
import { RefusedTable } from "../../sources/RefusedTable";

/** The last few tell what is wrong; the debugger has the rest. */
const ROWS = 10;

export function LastErrors({ interval }: { interval: number | false }) {
  const text = useText();
  const allowed = usePermission("settings:read");
  const query = useQuery({ ...arrivalsQuery(), refetchInterval: interval, enabled: allowed });
  if (!allowed) return null;
  return (
    <Panel
      title={text("refused-title")}
      note={text("refused-note")}
      actions={<Link to={sourcesPath({ tab: "debugger" })}>{text("debugger-open")}</Link>}
      flush
    >
      <Loaded query={query} bones={<TableBones rows={2} columns={4} />}>
        {({ refused }) => <RefusedTable refused={refused.slice(0, ROWS)} />}
      </Loaded>
    </Panel>
  );
}
