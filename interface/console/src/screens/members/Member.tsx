/** One member: profile, value, and in tabs purchases, timeline and live recommendations. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { memberQuery } from "../../api/members";
import type { MemberDetail } from "../../api/types";
import { Figures } from "../../components/Figures";
import { oneOf } from "../../components/list/listState";
import { useListState } from "../../components/list/useListState";
import { PageHeading } from "../../components/PageHeading";
import { Panel } from "../../components/Panel";
import { membersPath, ordersPath, returnsPath } from "../../components/paths";
import { Properties } from "../../components/Properties";
import { memberTitle } from "../../components/references";
import { Tabs } from "../../components/Tabs";
import { DetailBones } from "../../components/state/Bones";
import { Loaded } from "../../components/state/Loaded";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";
import { Identity } from "./Identity";
import { LiveRecommendations } from "./LiveRecommendations";
import { Personalisation } from "./Personalisation";
import { Purchases } from "./Purchases";
import { RfmCard } from "./RfmCard";
import { Timeline } from "./Timeline";

const TABS = ["purchases", "timeline", "recommendations", "identity"] as const;
const FIELDS = { tab: oneOf(...TABS) };

export function Component() {
  const { id = "" } = useParams();
  // Another member is another screen: nothing of the one before may show.
  return <MemberScreen key={id} id={id} />;
}

function MemberScreen({ id }: { id: string }) {
  const text = useText();
  const query = useQuery(memberQuery(id));
  const member = query.data;
  return (
    <>
      <PageHeading
        title={member ? memberTitle(member) : text("column-member")}
        trail={<Link to={membersPath()}>{text("nav-members")}</Link>}
        note={member && [member.name && member.number, member.email].filter(Boolean).join(" · ")}
      />
      <Loaded query={query} bones={<DetailBones />}>
        {(loaded) => <MemberDetails member={loaded} />}
      </Loaded>
    </>
  );
}

function MemberDetails({ member }: { member: MemberDetail }) {
  const text = useText();
  const list = useListState(FIELDS);
  return (
    <div className="report">
      <MemberFigures member={member} />
      <div className="columns">
        <Panel title={text("member-profile")}>
          <Profile member={member} />
          <Personalisation member={member} />
        </Panel>
        <RfmCard rfm={member.rfm} />
      </div>
      <div className="panel">
        <Tabs
          name={text("member-activity")}
          chosen={list.filters.tab ?? "purchases"}
          choose={(tab) => list.filter({ tab }, true)}
          tabs={[
            { key: "purchases", label: text("member-purchases"), content: () => <Purchases member={member} /> },
            { key: "timeline", label: text("member-timeline"), content: () => <Timeline id={member.id} /> },
            {
              key: "recommendations",
              label: text("member-recommendations"),
              content: () => <LiveRecommendations id={member.id} />,
            },
            { key: "identity", label: text("member-identity"), content: () => <Identity member={member} /> },
          ]}
        />
      </div>
    </div>
  );
}

function MemberFigures({ member }: { member: MemberDetail }) {
  const text = useText();
  const format = useFormat();
  const rows = { member: member.id, currency: member.revenue.currency };
  return (
    <Figures
      figures={[
        { key: "revenue", label: text("figure-revenue"), value: format.money(member.revenue), to: ordersPath(rows) },
        { key: "orders", label: text("figure-orders"), value: format.number(member.orders), to: ordersPath(rows) },
        {
          key: "average",
          label: text("figure-average-order-value"),
          value: member.average_order_value ? format.money(member.average_order_value) : "—",
          to: ordersPath({ ...rows, sort: "largest" }),
        },
        {
          key: "returns",
          label: text("figure-returns"),
          value: format.money(member.returned),
          note: text("returns-count", { count: member.returns }),
          to: returnsPath(rows),
        },
        {
          key: "last",
          label: text("column-last-order"),
          value: member.last_order_at ? format.date(member.last_order_at) : "—",
        },
      ]}
    />
  );
}

function Profile({ member }: { member: MemberDetail }) {
  const text = useText();
  const format = useFormat();
  const day = (instant: string | null) => (instant ? format.date(instant) : "—");
  return (
    <Properties
      properties={[
        { key: "number", name: text("column-number"), value: member.number },
        { key: "email", name: text("field-email"), value: member.email ?? "—" },
        { key: "country", name: text("column-country"), value: format.country(member.country) || "—" },
        { key: "locale", name: text("language-name"), value: member.locale ?? "—" },
        { key: "joined", name: text("column-joined"), value: day(member.joined_at) },
        { key: "first", name: text("column-first-order"), value: day(member.first_order_at) },
      ]}
    />
  );
}
