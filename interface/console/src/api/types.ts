/** The bodies of the API by their names, as `schema.d.ts` has them from the server's OpenAPI document. */
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Money = Schemas["Money"];
/** RFC 9457, with a stable code, what to do next, and the id of the request to quote. */
export type Problem = Partial<Schemas["Problem"]> & Pick<Schemas["Problem"], "title" | "status" | "detail" | "code">;

export type SessionState = Schemas["SessionState"];
export type StaffItem = Schemas["StaffItem"];
export type SetUpBody = Schemas["SetUpBody"];
export type SignInBody = Schemas["SignInBody"];
export type Settings = Schemas["Settings"];
export type SettingsChange = Schemas["SettingsChange"];

export type ProductRef = Schemas["ProductRef"];
export type MemberRef = Schemas["MemberRef"];
export type CategoryItem = Schemas["CategoryItem"];

export type Overview = Schemas["Overview"];
export type Figures = Schemas["Figures"];
export type TrendPoint = Schemas["TrendPoint"];
export type Cohort = Schemas["Cohort"];

export type ProductItem = Schemas["ProductItem"];
export type ProductDetail = Schemas["ProductDetail"];
export type Recommendation = Schemas["Recommendation"];
export type OrderItem = Schemas["OrderItem"];
export type OrderDetail = Schemas["OrderDetail"];
export type ReturnItem = Schemas["ReturnItem"];
export type ReturnDetail = Schemas["ReturnDetail"];
export type MemberItem = Schemas["MemberItem"];
export type MemberDetail = Schemas["MemberDetail"];
export type RfmItem = Schemas["RfmItem"];
export type TimelineEntry = Schemas["TimelineEntry"];
export type Model = Schemas["Model"];

export type Coverage = Schemas["Coverage"];
export type PeopleList = Schemas["PeopleList"];
export type PersonItem = Schemas["PersonItem"];
export type FunnelReport = Schemas["Funnel"];
export type EventsReport = Schemas["Events"];
export type PathsReport = Schemas["Paths"];
export type PathNode = Schemas["PathNode"];
export type SessionsReport = Schemas["Sessions"];
export type RetentionReport = Schemas["Retention"];

export type Source = Schemas["Source"];
export type NewSource = Schemas["NewSource"];
export type WriteKey = Schemas["WriteKey"];
export type Arrival = Schemas["Arrival"];
export type Arrivals = Schemas["Arrivals"];
export type Refused = Schemas["Refused"];
export type Plan = Schemas["Plan"];
export type PlanChange = Schemas["PlanChange"];
export type PlannedEvent = Schemas["PlannedEvent"];
export type Violation = Schemas["Violation"];

export type Merge = Schemas["Merge"];
export type MemberIdentity = Schemas["MemberIdentity"];
export type Erasure = Schemas["Erasure"];
