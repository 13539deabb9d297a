/** The ids that a member is known by, what was said of them, and forgetting them for good. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { identityQuery, memberMergesQuery } from "../../api/identity";
import type { MemberDetail, MemberIdentity } from "../../api/types";
import { DataTable } from "../../components/DataTable";
import { identityPath, memberPath } from "../../components/paths";
import { Properties } from "../../components/Properties";
import { TableBones } from "../../components/state/Bones";
import { Loaded } from "../../components/state/Loaded";
import { useText } from "../../i18n/useText";
import { useMergeColumns } from "../identity/Merges";
import { ForgetMember } from "./ForgetMember";

export function Identity({ member }: { member: MemberDetail }) {
  const text = useText();
  const identity = useQuery(identityQuery(member.id));
  return (
    <>
      <Loaded query={identity} bones={<TableBones rows={3} columns={2} />}>
        {(known) => (
          <div className="pad">
            <Ids member={member} identity={known} />
          </div>
        )}
      </Loaded>
      <div className="tab-head">
        <div>
          <h2>{text("merges-title")}</h2>
          <p className="panel-note">{text("merges-note")}</p>
        </div>
        <Link to={identityPath({ member: member.id })}>{text("merges-all")}</Link>
      </div>
      <Statements id={member.id} />
      <ForgetMember member={member} />
    </>
  );
}

function Ids({ member, identity }: { member: MemberDetail; identity: MemberIdentity }) {
  const text = useText();
  const { person, merged, visitors } = identity;
  return (
    <Properties
      properties={[
        ...(person === member.id
          ? []
          : [{ key: "person", name: text("identity-person"), value: <MemberCode id={person} /> }]),
        {
          key: "visitors",
          name: text("identity-visitors"),
          value: visitors.length === 0 ? "—" : <Codes codes={visitors} />,
        },
        {
          key: "merged",
          name: text("identity-merged"),
          value:
            merged.length === 0 ? (
              "—"
            ) : (
              <ul>
                {merged.map((id) => (
                  <li key={id}>
                    <MemberCode id={id} />
                  </li>
                ))}
              </ul>
            ),
        },
        { key: "id", name: text("identity-id"), value: <code>{member.id}</code> },
      ]}
    />
  );
}

function Codes({ codes }: { codes: string[] }) {
  return (
    <ul>
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  );
}

function MemberCode({ id }: { id: string }) {
  return (
    <Link to={memberPath(id)}>
      <code>{id}</code>
    </Link>
  );
}

function Statements({ id }: { id: string }) {
  const text = useText();
  const query = useQuery(memberMergesQuery(id));
  const columns = useMergeColumns(true);
  return (
    <Loaded query={query} bones={<TableBones rows={3} columns={4} />}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="muted pad">{text("merges-none")}</p>
        ) : (
          <DataTable caption={text("merges-title")} columns={columns} rows={items} rowKey={(row) => row.id} />
        )
      }
    </Loaded>
  );
}
