import type { Permission } from "@/lib/domain/access";

/** What an address of an object needs: one of each kind, that every role with the permission may see. */
export interface Examples {
  readonly allocation: string;
  readonly report: string;
  readonly proposal: string;
  readonly ownDraft: string;
  readonly claim: string;
  readonly conflict: string;
  readonly stream: string;
  readonly area: string;
  readonly entry: string;
  readonly person: string;
  /** Code of the programme that the claims, conflicts, streams and areas are of. */
  readonly programme: string;
}

export interface Entrance {
  /** Null: for anybody, signed in or not. */
  readonly permission: Permission | null;
  /** An address of it; none for what is no page to go to. */
  readonly at?: (ids: Examples) => string;
}

const OEFEN = "/programma/oefen";
const open = (at: Entrance["at"]): Entrance => ({ permission: null, at });
const needs = (permission: Permission, at: Entrance["at"]): Entrance => ({ permission, at });
const within = (permission: Permission, path: string) => needs(permission, () => OEFEN + path);
const published = (path: (ids: Examples) => string) =>
  needs("claims:read", (ids) => `/programma/${ids.programme}${path(ids)}`);

/** Every page and route handler of the build, with what it takes to enter. */
export const ENTRANCES: Readonly<Record<string, Entrance>> = {
  "/page": open(() => "/"),
  "/begrippen/page": open(() => "/begrippen"),
  "/bouwstenen/page": open(() => "/bouwstenen"),
  "/regels/page": open(() => "/regels"),
  "/toegankelijkheid/page": open(() => "/toegankelijkheid"),
  "/controlepunten/page": open(() => "/controlepunten"),
  "/niet-bereikbaar/page": { permission: null },
  "/inloggen/page": { permission: null },
  "/inloggen/wachtwoord/page": { permission: null },
  "/inloggen/oidc/route": { permission: null },
  "/uitloggen/route": { permission: null },
  "/taal/[locale]/route": { permission: null },
  "/api/auth/[...nextauth]/route": { permission: null },
  "/api/csp/route": { permission: null },
  "/api/health/route": { permission: null },
  "/api/ready/route": { permission: null },

  "/programma/[programme]/page": published(() => ""),
  "/programma/[programme]/claims/page": published(() => "/claims"),
  "/programma/[programme]/claims/[claim]/page": published(({ claim }) => `/claims/${claim}`),
  "/programma/[programme]/bronconflicten/page": published(() => "/bronconflicten"),
  "/programma/[programme]/bronconflicten/[conflict]/page": published(
    ({ conflict }) => `/bronconflicten/${conflict}`,
  ),
  "/programma/[programme]/geldstromen/page": published(() => "/geldstromen"),
  "/programma/[programme]/geldstromen/[stream]/page": published(({ stream }) => `/geldstromen/${stream}`),
  "/programma/[programme]/gebieden/page": published(() => "/gebieden"),
  "/programma/[programme]/gebieden/[area]/page": published(({ area }) => `/gebieden/${area}`),

  "/programma/[programme]/werk/page": within("work:read", "/werk"),
  "/programma/[programme]/plafonds/page": within("proposal:read", "/plafonds"),
  "/programma/[programme]/plafonds/nieuw/page": within("ceiling:propose", "/plafonds/nieuw"),
  "/programma/[programme]/toekenningen/page": within("allocation:read", "/toekenningen"),
  "/programma/[programme]/toekenningen/nieuw/page": within("allocation:propose", "/toekenningen/nieuw"),
  "/programma/[programme]/toekenningen/[allocation]/page": needs(
    "allocation:read",
    ({ allocation }) => `${OEFEN}/toekenningen/${allocation}`,
  ),
  "/programma/[programme]/toekenningen/[allocation]/wijzigen/page": needs(
    "allocation:propose",
    ({ allocation }) => `${OEFEN}/toekenningen/${allocation}/wijzigen`,
  ),
  "/programma/[programme]/voorstellen/[proposal]/page": needs(
    "proposal:read",
    ({ proposal }) => `${OEFEN}/voorstellen/${proposal}`,
  ),
  "/programma/[programme]/voorstellen/[proposal]/wijzigen/page": needs(
    "allocation:propose",
    ({ ownDraft }) => `${OEFEN}/voorstellen/${ownDraft}/wijzigen`,
  ),
  "/programma/[programme]/rapportages/page": within("report:read", "/rapportages"),
  "/programma/[programme]/rapportages/[report]/page": needs(
    "report:read",
    ({ report }) => `${OEFEN}/rapportages/${report}`,
  ),
  "/programma/[programme]/aansluiting/page": within("reconciliation:read", "/aansluiting"),
  "/programma/[programme]/grootboek/page": within("journal:read", "/grootboek"),
  "/programma/[programme]/grootboek/[seq]/page": needs(
    "journal:read",
    ({ entry }) => `${OEFEN}/grootboek/${entry}`,
  ),
  "/programma/[programme]/export/[file]/route": { permission: "export:read" },

  "/beheer/page": needs("people:manage", () => "/beheer"),
  "/beheer/mensen/nieuw/page": needs("people:manage", () => "/beheer/mensen/nieuw"),
  "/beheer/mensen/[person]/page": needs("people:manage", ({ person }) => `/beheer/mensen/${person}`),
  "/beheer/organisaties/page": needs("people:manage", () => "/beheer/organisaties"),
  "/beheer/sessies/page": needs("people:manage", () => "/beheer/sessies"),
  "/beheer/logboek/page": needs("audit-log:read", () => "/beheer/logboek"),
};

/** Every server action of the build, with the permission that it asks for; null where it may ask for none. */
export const ACTIONS: Readonly<Record<string, readonly Permission[] | null>> = {
  "app/inloggen/actions.ts signInAction": null,
  "app/inloggen/actions.ts choosePasswordAction": null,
  "app/programma/[programme]/enter-proposal-action.ts enterProposalAction": [
    "ceiling:propose",
    "allocation:propose",
  ],
  "app/programma/[programme]/bronconflicten/[conflict]/actions.ts decideConflictAction": ["conflict:decide"],
  "app/beheer/mensen/actions.ts addPersonAction": ["people:manage"],
  "app/beheer/mensen/actions.ts resetPasswordAction": ["people:manage"],
  "app/beheer/mensen/actions.ts grantRoleAction": ["people:manage"],
  "app/beheer/mensen/actions.ts endRoleAction": ["people:manage"],
  "app/beheer/mensen/actions.ts accessAction": ["people:manage"],
  "app/beheer/mensen/actions.ts endSessionAction": ["people:manage"],
  "app/beheer/mensen/actions.ts endAllSessionsAction": ["people:manage"],
  "app/programma/[programme]/voorstellen/[proposal]/actions.ts decideProposalAction": ["proposal:approve"],
  "app/programma/[programme]/rapportages/actions.ts openReportAction": ["report:fill"],
  "app/programma/[programme]/rapportages/[report]/actions.ts saveReportAction": ["report:fill"],
  "app/programma/[programme]/rapportages/[report]/actions.ts signReportAction": ["report:sign"],
  "app/programma/[programme]/rapportages/[report]/actions.ts acceptReportAction": ["report:review"],
  "app/programma/[programme]/rapportages/[report]/actions.ts returnToCoordinatorAction": ["report:sign"],
  "app/programma/[programme]/rapportages/[report]/actions.ts returnToMunicipalityAction": ["report:review"],
};
