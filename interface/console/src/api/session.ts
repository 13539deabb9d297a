/** Who is signed in, and the shop's basic settings that every screen needs. */
import { queryOptions } from "@tanstack/react-query";
import { read, rememberSession, send } from "./client";
import type { SessionState, SetupRequest, SignInRequest } from "./types";

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async ({ signal }) => rememberSession(await read<SessionState>("/session", {}, signal)),
  staleTime: 60_000,
});

export async function setUp(request: SetupRequest): Promise<SessionState> {
  return rememberSession(await send<SessionState>("POST", "/setup", request));
}

export async function signIn(request: SignInRequest): Promise<SessionState> {
  return rememberSession(await send<SessionState>("POST", "/session", request));
}

export function signOut(): Promise<void> {
  return send("DELETE", "/session");
}
