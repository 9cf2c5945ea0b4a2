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

/** Every page and route handler of the build, with what it takes to enter. */
export const ENTRANCES: Readonly<Record<string, Entrance>> = {
  "/page": open(() => "/"),
  "/begrippen/page": open(() => "/begrippen"),
  "/bouwstenen/page": open(() => "/bouwstenen"),
  "/regels/page": open(() => "/regels"),
  "/toegankelijkheid/page": open(() => "/toegankelijkheid"),
  "/controlepunten/page": open(() => "/controlepunten"),
  "/inloggen/page": { permission: null },
  "/inloggen/wachtwoord/page": { permission: null },
  "/inloggen/oidc/route": { permission: null },
  "/uitloggen/route": { permission: null },
  "/taal/[locale]/route": { permission: null },
  "/api/auth/[...nextauth]/route": { permission: null },
  "/api/csp/route": { permission: null },
  "/api/health/route": { permission: null },
  "/api/ready/route": { permission: null },

  "/programma/[programme]/page": within("claims:read", ""),
  "/programma/[programme]/claims/page": within("claims:read", "/claims"),
  "/programma/[programme]/claims/[claim]/page": needs(
    "claims:read",
    ({ claim }) => `${OEFEN}/claims/${claim}`,
  ),
  "/programma/[programme]/bronconflicten/page": within("claims:read", "/bronconflicten"),
  "/programma/[programme]/bronconflicten/[conflict]/page": needs(
    "claims:read",
    ({ conflict }) => `${OEFEN}/bronconflicten/${conflict}`,
  ),
  "/programma/[programme]/geldstromen/page": within("claims:read", "/geldstromen"),
  "/programma/[programme]/geldstromen/[stream]/page": needs(
    "claims:read",
    ({ stream }) => `${OEFEN}/geldstromen/${stream}`,
  ),
  "/programma/[programme]/gebieden/page": within("claims:read", "/gebieden"),
  "/programma/[programme]/gebieden/[area]/page": needs(
    "claims:read",
    ({ area }) => `${OEFEN}/gebieden/${area}`,
  ),

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
};

/** Every server action of the build, with the permission that it asks for; null where it may ask for none. */
export const ACTIONS: Readonly<Record<string, readonly Permission[] | null>> = {
  "app/inloggen/actions.ts signInAction": null,
  "app/inloggen/actions.ts choosePasswordAction": null,
  "app/programma/[programme]/enter-proposal-action.ts enterProposalAction": [
    "ceiling:propose",
    "allocation:propose",
  ],
  "app/programma/[programme]/voorstellen/[proposal]/actions.ts decideProposalAction": ["proposal:approve"],
  "app/programma/[programme]/rapportages/actions.ts openReportAction": ["report:fill"],
  "app/programma/[programme]/rapportages/[report]/actions.ts saveReportAction": ["report:fill"],
  "app/programma/[programme]/rapportages/[report]/actions.ts signReportAction": ["report:sign"],
  "app/programma/[programme]/rapportages/[report]/actions.ts acceptReportAction": ["report:review"],
  "app/programma/[programme]/rapportages/[report]/actions.ts returnToCoordinatorAction": ["report:sign"],
  "app/programma/[programme]/rapportages/[report]/actions.ts returnToMunicipalityAction": ["report:review"],
};
