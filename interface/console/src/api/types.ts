/** What the admin API sends and takes: times in RFC 3339 UTC, days and months in the shop's time zone. */

export type Money = { amount: string; currency: string };

/** RFC 9457, with what Mercat adds: a stable code, what to do next, and the request to quote. */
export type Problem = {
  type?: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  field?: string;
  next?: string;
  request_id?: string;
};

export type Page<T> = { items: T[]; total: number; next_cursor: string | null };

export type Role = "admin" | "operator" | "support";
export type Staff = { id: string; name: string; email: string; role: Role; permissions: string[] };
export type Settings = {
  name: string;
  currency: string;
  time_zone: string;
  default_locale: string;
  locales: string[];
};
export type SessionState = {
  first_run: boolean;
  csrf_token: string | null;
  staff: Staff | null;
  shop: Settings;
};
export type SetupRequest = {
  secret: string;
  shop_name: string;
  name: string;
  email: string;
  password: string;
};
export type SignInRequest = { email: string; password: string };
export type SettingsChange = Partial<Omit<Settings, "locales">>;

export type ProductRef = { id: string; title: string; slug: string; picture: string };
export type MemberRef = { id: string; number: string; name: string };
export type MerchantRef = { id: string; name: string };
export type CategoryRef = { id: string; name: string; slug: string };
export type Category = CategoryRef & { parent_id: string | null; products: number };
export type CountryCount = { country: string; members: number; orders: number };

export type Customers = "known" | "all";
export type Figures = {
  lines: number;
  units: number;
  orders: number;
  customers: number;
  revenue: Money;
  /** Null without orders. */
  average_order_value: Money | null;
  repeat_customers: number;
  /** 0 to 1: customers with at least two orders in the period; null without customers. */
  repeat_rate: number | null;
  returns: number;
  returned: Money;
  /** Returns ÷ orders; null without orders. */
  return_rate: number | null;
  net_revenue: Money;
};
export type TrendPoint = {
  from: string;
  to: string;
  revenue: Money;
  orders: number;
  customers: number;
  returns: Money;
};
export type TopProduct = { product: ProductRef; revenue: Money; units: number; orders: number };
export type CountryFigures = { country: string; revenue: Money; orders: number; customers: number };
export type Overview = {
  from: string;
  to: string;
  time_zone: string;
  currency: string;
  currencies: string[];
  customers: Customers;
  comparison: { from: string; to: string };
  current: Figures;
  previous: Figures;
  trend: { bucket: "day" | "week" | "month"; points: TrendPoint[] };
  top_products: TopProduct[];
  countries: CountryFigures[];
};
/** `active[0]` is the size; each further number is one month later. */
export type Cohort = { month: string; size: number; active: number[] };
export type Retention = { from: string; to: string; time_zone: string; cohorts: Cohort[] };

export type ProductStatus = "published" | "archived";
export type ProductRow = ProductRef & {
  sku: string;
  status: ProductStatus;
  price: Money;
  category: CategoryRef;
  merchant: MerchantRef;
  units_sold: number;
};
/** Why something is recommended; `text` comes in the language that was asked for. */
export type Reason = { code: string; text: string };
export type Recommendation = {
  product: ProductRef & { price: Money };
  score: number;
  strategy: string;
  reasons: Reason[];
};
export type ProductView = ProductRow & {
  description: string;
  attributes: { name: string; value: string }[];
  created_at: string;
  figures: {
    units: number;
    orders: number;
    revenue: Money;
    returned_units: number;
    returned: Money;
    last_ordered_at: string | null;
  };
  similar: Recommendation[];
  bought_together: Recommendation[];
};

export type OrderRow = {
  id: string;
  number: string;
  placed_at: string;
  status: string;
  member: MemberRef | null;
  country: string;
  lines: number;
  units: number;
  total: Money;
  merchant: MerchantRef;
};
export type SoldLine = {
  line_no: number;
  product: ProductRef;
  sku: string;
  title: string;
  quantity: number;
  unit_price: Money;
  total: Money;
};
export type OrderLine = SoldLine & { returned_quantity: number };
export type OrderView = OrderRow & { items: OrderLine[]; returns: ReturnRow[]; source: string | null };

export type ReturnRow = {
  id: string;
  number: string;
  returned_at: string;
  member: MemberRef | null;
  country: string;
  lines: number;
  units: number;
  total: Money;
  merchant: MerchantRef;
};
export type ReturnLine = SoldLine & { order: { id: string; number: string } | null };
export type ReturnView = ReturnRow & { items: ReturnLine[] };

export type MemberRow = MemberRef & {
  email: string | null;
  country: string;
  joined_at: string;
  orders: number;
  revenue: Money;
  last_order_at: string | null;
};
export type Rfm = {
  recency_days: number;
  frequency: number;
  monetary: Money;
  /** 1 to 5, 5 is best; so are the other two. */
  recency_score: number;
  frequency_score: number;
  monetary_score: number;
  segment: string;
};
export type MemberView = MemberRow & {
  locale: string | null;
  no_personalisation: boolean;
  first_order_at: string | null;
  average_order_value: Money | null;
  returns: number;
  returned: Money;
  rfm: Rfm | null;
};
export type TimelineEntry = {
  id: string;
  kind: string;
  occurred_at: string;
  products: ProductRef[];
  value: Money | null;
  properties: { name: string; value: string }[];
};
export type MemberRecommendations = {
  items: Recommendation[];
  model_version: string | null;
  personal: boolean;
};

export type OrderRef = { id: string; number: string; placed_at: string; total: Money };
export type SearchAnswer = { products: ProductRef[]; members: MemberRef[]; orders: OrderRef[] };

export type Model = {
  id: string;
  kind: string;
  created_at: string;
  active: boolean;
  events: number;
  products: number;
  members: number;
  metrics: { name: string; value: number }[];
};
