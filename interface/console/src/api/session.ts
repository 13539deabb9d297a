/** Who is signed in, and the shop's basic settings that every screen needs. */
import { queryOptions } from "@tanstack/react-query";
import { api, bodyOf, rememberSession } from "./client";
import type { SessionState, SetUpBody, SignInBody } from "./types";

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async ({ signal }) => rememberSession(await bodyOf(api.GET("/api/admin/v1/session", { signal }))),
  staleTime: 60_000,
});

export async function setUp(body: SetUpBody): Promise<SessionState> {
  return rememberSession(await bodyOf(api.POST("/api/admin/v1/setup", { body })));
}

export async function signIn(body: SignInBody): Promise<SessionState> {
  return rememberSession(await bodyOf(api.POST("/api/admin/v1/session", { body })));
}

export async function signOut(): Promise<void> {
  await api.DELETE("/api/admin/v1/session");
}
