import "server-only";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { authOptions } from "./options";
import { siteUrl } from "./origin";
import { COOKIES } from "./session-settings";

interface Asked {
  readonly path: readonly [string, ...string[]];
  readonly method: "GET" | "POST";
  readonly body?: Readonly<Record<string, string>>;
  readonly cookies?: Readonly<Record<string, string>>;
}

interface Answer {
  readonly body: Readonly<Record<string, unknown>>;
  readonly setCookies: readonly string[];
}

/** Runs a step of next-auth inside this request. Its handler for API routes takes and fills plain objects. */
async function step({ path, method, body = {}, cookies = {} }: Asked): Promise<Answer> {
  const headers = new Map<string, unknown>();
  let sent: Readonly<Record<string, unknown>> = {};
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader: (name: string, value: unknown) => headers.set(name.toLowerCase(), value),
    json: (value: Readonly<Record<string, unknown>>) => {
      sent = value;
    },
    send: (value: Readonly<Record<string, unknown>>) => {
      sent = value;
    },
    end: () => {},
  };
  const request = { query: { nextauth: path }, method, body, cookies, headers: {} };
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, authOptions());
  const setCookies = headers.get("set-cookie") ?? [];
  return { body: sent, setCookies: Array.isArray(setCookies) ? setCookies : [setCookies] };
}

function valueOf(setCookies: readonly string[], name: string): string {
  const line = setCookies.find((one) => one.startsWith(`${name}=`)) ?? "";
  return decodeURIComponent(line.slice(name.length + 1).split(";")[0] ?? "");
}

export interface OidcStart {
  readonly address: string;
  readonly setCookies: readonly string[];
}

/**
 * Where to send somebody who signs in at the identity provider, with the cookies that tie the answer to this browser.
 * next-auth starts a flow only on a form with its token; a policy of `form-action 'self'` would stop the redirect of
 * that form to the provider, so a link starts it, and both steps are taken here.
 */
export async function startOidc(back: string): Promise<OidcStart> {
  const csrf = await step({ path: ["csrf"], method: "GET" });
  const started = await step({
    path: ["signin", "oidc"],
    method: "POST",
    body: {
      csrfToken: String(csrf.body.csrfToken),
      callbackUrl: new URL(back, siteUrl()).href,
      json: "true",
    },
    cookies: { [COOKIES.csrfToken.name]: valueOf(csrf.setCookies, COOKIES.csrfToken.name) },
  });
  return { address: String(started.body.url), setCookies: started.setCookies };
}
