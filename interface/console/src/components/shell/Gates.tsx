/** Who may see what: first-run set-up, sign-in, or the console, by the state of the session. */
import { useQuery } from "@tanstack/react-query";
import { Navigate, Outlet, useLocation, useSearchParams } from "react-router";
import { sessionQuery } from "../../api/session";
import type { SessionState } from "../../api/types";
import { HOME, SETUP, SIGN_IN, withQuery } from "../paths";
import { Loaded } from "../state/Loaded";
import { Shell } from "./Shell";
import { Splash } from "./Splash";
import { usePages } from "./usePages";

/** Screens for people who are signed in. */
export function StaffGate() {
  const query = useQuery(sessionQuery);
  const { pathname, search } = useLocation();
  const wanted = pathname === HOME && !search ? undefined : pathname + search;
  return (
    <Loaded query={query} bones={<Splash />}>
      {(session: SessionState) => {
        if (session.first_run) return <Navigate to={SETUP} replace />;
        if (!session.staff) return <Navigate to={withQuery(SIGN_IN, { next: wanted })} replace />;
        return <Shell />;
      }}
    </Loaded>
  );
}

/** Home shows reports; whoever may not read them begins at the first page that is open to them. */
export function HomeGate() {
  const [first] = usePages().flatMap(({ pages }) => pages);
  if (first && first.path !== HOME) return <Navigate to={first.path} replace />;
  return <Outlet />;
}

/** The set-up and sign-in pages; whoever has passed them is led on. */
export function PublicGate() {
  const query = useQuery(sessionQuery);
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  return (
    <Loaded query={query} bones={<Splash />}>
      {(session: SessionState) => {
        if (session.first_run && pathname !== SETUP) return <Navigate to={SETUP} replace />;
        if (!session.first_run && pathname === SETUP && !session.staff) return <Navigate to={SIGN_IN} replace />;
        if (session.staff) return <Navigate to={pathWithin(params.get("next"))} replace />;
        return <Outlet />;
      }}
    </Loaded>
  );
}

/** Only paths of the console itself: a prepared link must not lead elsewhere after signing in. */
export function pathWithin(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : HOME;
}
