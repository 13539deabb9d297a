/** The addresses of the console; each screen is loaded when it is first opened. */
import { Navigate, type RouteObject } from "react-router";
import { Crash } from "./components/shell/Crash";
import { HomeGate, PublicGate, StaffGate } from "./components/shell/Gates";
import { NotFound } from "./components/shell/NotFound";
import { Splash } from "./components/shell/Splash";
import { LIVE_EVENTS, SHOP_SETTINGS } from "./components/paths";

export const routes: RouteObject[] = [
  {
    errorElement: <Crash />,
    hydrateFallbackElement: <Splash />,
    children: [
      {
        element: <PublicGate />,
        children: [
          { path: "/setup", lazy: () => import("./screens/session/Setup") },
          { path: "/sign-in", lazy: () => import("./screens/session/SignIn") },
        ],
      },
      {
        element: <StaffGate />,
        children: [
          { path: "/", element: <HomeGate />, children: [{ index: true, lazy: () => import("./screens/home/Home") }] },
          { path: "/members", lazy: () => import("./screens/members/Members") },
          { path: "/members/:id", lazy: () => import("./screens/members/Member") },
          { path: "/models", lazy: () => import("./screens/models/Models") },
          { path: "/products", lazy: () => import("./screens/products/Products") },
          { path: "/products/:id", lazy: () => import("./screens/products/Product") },
          { path: "/orders", lazy: () => import("./screens/orders/Orders") },
          { path: "/orders/:id", lazy: () => import("./screens/orders/Order") },
          { path: "/returns", lazy: () => import("./screens/returns/Returns") },
          { path: "/returns/:id", lazy: () => import("./screens/returns/Return") },
          { path: "/identity", lazy: () => import("./screens/identity/Merges") },
          { path: "/analyze", element: <Navigate to={LIVE_EVENTS} replace /> },
          { path: "/analyze/events", lazy: () => import("./screens/analyze/events/Events") },
          { path: "/analyze/funnel", lazy: () => import("./screens/analyze/funnel/Funnel") },
          { path: "/analyze/retention", lazy: () => import("./screens/analyze/retention/Retention") },
          { path: "/analyze/paths", lazy: () => import("./screens/analyze/paths/Paths") },
          { path: "/settings", element: <Navigate to={SHOP_SETTINGS} replace /> },
          { path: "/settings/shop", lazy: () => import("./screens/settings/Shop") },
          { path: "/settings/sources", lazy: () => import("./screens/sources/Sources") },
          { path: "/settings/sources/:id", lazy: () => import("./screens/sources/Source") },
          { path: "/settings/privacy", lazy: () => import("./screens/privacy/Erasures") },
          { path: "/settings/api", lazy: () => import("./screens/settings/Api") },
          { path: "*", element: <NotFound /> },
        ],
      },
    ],
  },
];
