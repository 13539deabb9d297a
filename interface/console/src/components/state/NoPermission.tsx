/** A screen or a form that the person's role does not open. */
import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "../../api/session";
import type { Problem } from "../../api/types";
import { type Text, msg, useText } from "../../i18n/useText";
import { ProblemDetails } from "./Failure";
import { Notice } from "./Notice";

const ROLE_NAMES: Record<string, string> = {
  admin: msg("role-admin"),
  operator: msg("role-operator"),
  support: msg("role-support"),
};

export function roleName(text: Text, role: string): string {
  const name = ROLE_NAMES[role];
  return name ? text(name) : role;
}

export function NoPermission({ problem }: { problem?: Problem }) {
  const text = useText();
  const role = useQuery(sessionQuery).data?.staff?.role;
  return (
    <Notice icon="lock" title={text("state-forbidden")}>
      <p>{text("state-forbidden-help", { role: role ? roleName(text, role) : "—" })}</p>
      {problem && <ProblemDetails problem={problem} />}
    </Notice>
  );
}

/** Whether the signed-in person may do something. The server decides; this only shapes the screen. */
export function usePermission(permission: string): boolean {
  return useQuery(sessionQuery).data?.staff?.permissions.includes(permission) ?? false;
}
