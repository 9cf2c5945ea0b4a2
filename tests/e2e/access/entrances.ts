import type { Permission } from "@/lib/domain/access";

/** What an address of an object needs: one of each kind, that every role with the permission may see. */
export interface Examples {
  readonly allocation: string;
  readonly report: string;
  /** Of bookings of the municipality's own ledger, behind that report. */
  readonly ownImport: string;
  /** Code of area and theme of one of its lines. */
  readonly reportLine: string;
  readonly proposal: string;
  readonly ownDraft: string;
  /** A tranche of the officer's ministry. */
  readonly ownTranche: string;
  readonly claim: string;
  readonly conflict: string;
  readonly key: string;
  readonly input: string;
  readonly run: string;
  /** A delivered version of SiSa accounts. */
  readonly sisaVersion: string;
  /** A sample, an item of it, and a request for evidence of Voorbeeldstad. */
  readonly sample: string;
  readonly sampleItem: string;
  readonly request: string;
  /** An issued finding about Voorbeeldstad that a ministry reads as well. */
  readonly finding: string;
  readonly paymentFile: string;
  /** An external file held against the ledger, of which it is said which column is what. */
  readonly tieOut: string;
  readonly batch: string;
  readonly scenario: string;
  readonly stream: string;
  readonly area: string;
  readonly entry: string;
  readonly person: string;
  /** A reporting window of the officer's ministry. */
  readonly window: string;
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
  "/controlepunten/[file]/route": { permission: "claims:read" },
  "/niet-bereikbaar/page": { permission: null },
  // The secret in the address is the key; tests/e2e/officer/windows.spec.ts follows one.
  "/agenda/[token]/route": { permission: null },
  "/berichten/page": needs("mail:read", () => "/berichten"),
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
  "/programma/[programme]/claims/nieuw/page": within("claim:register", "/claims/nieuw"),
  "/programma/[programme]/claims/[claim]/document/route": { permission: "claim:register" },
  "/programma/[programme]/claims/[claim]/document/[document]/route": { permission: "export:read" },
  "/programma/[programme]/claims/[claim]/page": published(({ claim }) => `/claims/${claim}`),
  "/programma/[programme]/bronconflicten/page": published(() => "/bronconflicten"),
  "/programma/[programme]/bronconflicten/[conflict]/page": published(
    ({ conflict }) => `/bronconflicten/${conflict}`,
  ),
  "/programma/[programme]/geldstromen/page": published(() => "/geldstromen"),
  "/programma/[programme]/geldstromen/[stream]/page": published(({ stream }) => `/geldstromen/${stream}`),
  "/programma/[programme]/geldstromen/[stream]/overzicht/page": within(
    "reconciliation:read",
    "/geldstromen/OW/overzicht?maat=besteed",
  ),
  "/programma/[programme]/geldstromen/[stream]/geschiedenis/page": within(
    "reconciliation:read",
    "/geldstromen/OW/geschiedenis?maat=allocated&jaar=2026",
  ),
  "/programma/[programme]/gebieden/page": published(() => "/gebieden"),
  "/programma/[programme]/gebieden/[area]/page": published(({ area }) => `/gebieden/${area}`),

  "/programma/[programme]/werk/page": within("work:read", "/werk"),
  "/programma/[programme]/plafonds/page": within("proposal:read", "/plafonds"),
  "/programma/[programme]/plafonds/nieuw/page": within("ceiling:propose", "/plafonds/nieuw"),
  "/programma/[programme]/toekenningen/page": within("allocation:read", "/toekenningen"),
  "/programma/[programme]/toekenningen/nieuw/page": within("allocation:propose", "/toekenningen/nieuw"),
  "/programma/[programme]/toekenningen/invoeren/page": needs(
    "allocation:propose",
    ({ ownTranche }) => `${OEFEN}/toekenningen/invoeren?tranche=${ownTranche}`,
  ),
  "/programma/[programme]/toekenningen/werkboek/route": { permission: "allocation:propose" },
  "/programma/[programme]/toekenningen/werkboek/inlezen/page": needs(
    "allocation:propose",
    ({ ownTranche }) => `${OEFEN}/toekenningen/werkboek/inlezen?tranche=${ownTranche}`,
  ),
  "/programma/[programme]/toekenningen/werkboek/inlezen/bestand/route": { permission: "allocation:propose" },
  // Only of the person who brought the file; tests/e2e/officer/workbook.spec.ts looks at it with axe.
  "/programma/[programme]/toekenningen/werkboek/inlezen/[upload]/page": { permission: "allocation:propose" },
  "/programma/[programme]/toekenningen/werkboek/inlezen/[upload]/fouten/route": {
    permission: "allocation:propose",
  },
  "/programma/[programme]/toekenningen/[allocation]/page": needs(
    "allocation:read",
    ({ allocation }) => `${OEFEN}/toekenningen/${allocation}`,
  ),
  "/programma/[programme]/toekenningen/[allocation]/wijzigen/page": needs(
    "allocation:propose",
    ({ allocation }) => `${OEFEN}/toekenningen/${allocation}/wijzigen`,
  ),
  "/programma/[programme]/toekenningen/[allocation]/verplaatsen/page": needs(
    "allocation:propose",
    ({ allocation }) => `${OEFEN}/toekenningen/${allocation}/verplaatsen`,
  ),
  "/programma/[programme]/toekenningen/[allocation]/kasritme/page": needs(
    "allocation:read",
    ({ allocation }) => `${OEFEN}/toekenningen/${allocation}/kasritme`,
  ),
  "/programma/[programme]/toekenningen/[allocation]/vaststellen/page": needs(
    "proposal:read",
    ({ allocation }) => `${OEFEN}/toekenningen/${allocation}/vaststellen`,
  ),
  "/programma/[programme]/voorschotten/page": within("proposal:read", "/voorschotten"),
  "/programma/[programme]/voorschotten/nieuw/page": needs(
    "allocation:propose",
    ({ allocation }) => `${OEFEN}/voorschotten/nieuw?toekenning=${allocation}`,
  ),
  "/programma/[programme]/voorschotten/inlezen/page": within("allocation:propose", "/voorschotten/inlezen"),
  "/programma/[programme]/voorschotten/inlezen/bestand/route": { permission: "allocation:propose" },
  "/programma/[programme]/voorschotten/inlezen/[file]/page": needs(
    "allocation:propose",
    ({ paymentFile }) => `${OEFEN}/voorschotten/inlezen/${paymentFile}`,
  ),
  "/programma/[programme]/verzamelvoorstellen/page": within("proposal:read", "/verzamelvoorstellen"),
  "/programma/[programme]/verzamelvoorstellen/[batch]/page": needs(
    "proposal:read",
    ({ batch }) => `${OEFEN}/verzamelvoorstellen/${batch}`,
  ),
  "/programma/[programme]/rapportages/perioden/page": within("report:read", "/rapportages/perioden"),
  "/programma/[programme]/rapportages/perioden/nieuw/page": within(
    "window:manage",
    "/rapportages/perioden/nieuw",
  ),
  "/programma/[programme]/rapportages/perioden/stand/page": within(
    "report:read",
    "/rapportages/perioden/stand",
  ),
  "/programma/[programme]/rapportages/perioden/uitzonderingen/page": within(
    "report:read",
    "/rapportages/perioden/uitzonderingen",
  ),
  "/programma/[programme]/rapportages/perioden/agenda/page": within(
    "report:read",
    "/rapportages/perioden/agenda",
  ),
  "/programma/[programme]/rapportages/perioden/[window]/page": needs(
    "report:read",
    ({ window }) => `${OEFEN}/rapportages/perioden/${window}`,
  ),
  "/programma/[programme]/drempels/page": within("proposal:read", "/drempels"),
  "/programma/[programme]/scenarios/page": within("scenario:read", "/scenarios"),
  "/programma/[programme]/scenarios/[scenario]/page": needs(
    "scenario:read",
    ({ scenario }) => `${OEFEN}/scenarios/${scenario}`,
  ),
  "/programma/[programme]/voorstellen/[proposal]/page": needs(
    "proposal:read",
    ({ proposal }) => `${OEFEN}/voorstellen/${proposal}`,
  ),
  "/programma/[programme]/voorstellen/[proposal]/wijzigen/page": needs(
    "allocation:propose",
    ({ ownDraft }) => `${OEFEN}/voorstellen/${ownDraft}/wijzigen`,
  ),
  "/programma/[programme]/verdeelsleutels/page": within("proposal:read", "/verdeelsleutels"),
  "/programma/[programme]/verdeelsleutels/nieuw/page": within(
    "allocation:propose",
    "/verdeelsleutels/nieuw?vorm=1&parts.0.kind=weighted&parts.1.kind=residual&parts.2.kind=floor",
  ),
  "/programma/[programme]/verdeelsleutels/[key]/page": needs(
    "proposal:read",
    ({ key }) => `${OEFEN}/verdeelsleutels/${key}`,
  ),
  "/programma/[programme]/verdeelsleutels/[key]/wijzigen/page": needs(
    "allocation:propose",
    ({ key }) => `${OEFEN}/verdeelsleutels/${key}/wijzigen`,
  ),
  "/programma/[programme]/verdeelsleutels/gegevens/nieuw/page": within(
    "allocation:propose",
    "/verdeelsleutels/gegevens/nieuw",
  ),
  "/programma/[programme]/verdeelsleutels/gegevens/[input]/page": needs(
    "proposal:read",
    ({ input }) => `${OEFEN}/verdeelsleutels/gegevens/${input}`,
  ),
  "/programma/[programme]/verdeelsleutels/berekeningen/[run]/page": needs(
    "proposal:read",
    ({ run }) => `${OEFEN}/verdeelsleutels/berekeningen/${run}`,
  ),
  "/programma/[programme]/verdeelsleutels/berekeningen/[run]/voorstel/page": needs(
    "allocation:propose",
    ({ run }) => `${OEFEN}/verdeelsleutels/berekeningen/${run}/voorstel`,
  ),
  "/programma/[programme]/gemeenten/page": within("report:read", "/gemeenten"),
  "/programma/[programme]/gemeenten/[municipality]/page": within("report:read", "/gemeenten/OEF01"),
  "/programma/[programme]/gemeenten/[municipality]/raad/page": within("report:read", "/gemeenten/OEF01/raad"),
  "/programma/[programme]/rapportages/page": within("report:read", "/rapportages"),
  "/programma/[programme]/rapportages/[report]/page": needs(
    "report:read",
    ({ report }) => `${OEFEN}/rapportages/${report}`,
  ),
  "/programma/[programme]/rapportages/[report]/bewijs/page": needs(
    "report:read",
    ({ report }) => `${OEFEN}/rapportages/${report}/bewijs`,
  ),
  "/programma/[programme]/rapportages/[report]/bewijs/bestand/route": { permission: "report:fill" },
  "/programma/[programme]/rapportages/[report]/bewijs/[document]/route": { permission: "report:read" },
  "/programma/[programme]/bewijseisen/page": within("report:read", "/bewijseisen"),
  "/programma/[programme]/sisa/page": within("report:read", "/sisa?gemeente=OEF01&jaar=2024"),
  "/programma/[programme]/sisa/codes/page": within("report:read", "/sisa/codes?jaar=2024"),
  "/programma/[programme]/sisa/versies/[version]/page": needs(
    "report:read",
    ({ sisaVersion }) => `${OEFEN}/sisa/versies/${sisaVersion}`,
  ),
  "/programma/[programme]/sisa/versies/[version]/[file]/route": { permission: "export:read" },
  "/programma/[programme]/rapportages/[report]/aanwezig/route": { permission: "report:read" },
  "/programma/[programme]/rapportages/[report]/werkboek/page": needs(
    "report:read",
    ({ report }) => `${OEFEN}/rapportages/${report}/werkboek`,
  ),
  "/programma/[programme]/rapportages/[report]/werkboek/ophalen/route": { permission: "report:read" },
  "/programma/[programme]/rapportages/[report]/werkboek/inleveren/route": { permission: "report:fill" },
  // There are none in the practice programme; tests/e2e/coordinator/workbook.spec.ts looks at them with axe.
  "/programma/[programme]/rapportages/[report]/werkboek/[upload]/page": { permission: "report:read" },
  "/programma/[programme]/rapportages/[report]/werkboek/[upload]/bestand/route": {
    permission: "report:read",
  },
  "/programma/[programme]/rapportages/[report]/werkboek/[upload]/fouten/route": { permission: "report:read" },
  "/programma/[programme]/rapportages/[report]/boekingen/page": needs(
    "report:read",
    ({ report, reportLine }) => `${OEFEN}/rapportages/${report}/boekingen?regel=${reportLine}`,
  ),
  "/programma/[programme]/grootboek-gemeente/page": within("report:read", "/grootboek-gemeente"),
  "/programma/[programme]/grootboek-gemeente/bestand/route": { permission: "report:fill" },
  // Only of the person who brought the file; tests/e2e/coordinator/own-ledger.spec.ts looks at it with axe.
  "/programma/[programme]/grootboek-gemeente/inlezen/[upload]/page": { permission: "report:fill" },
  "/programma/[programme]/grootboek-gemeente/koppeling/page": within(
    "report:fill",
    "/grootboek-gemeente/koppeling",
  ),
  "/programma/[programme]/grootboek-gemeente/[import]/page": needs(
    "report:read",
    ({ ownImport }) => `${OEFEN}/grootboek-gemeente/${ownImport}`,
  ),
  "/programma/[programme]/saldi/page": within("report:read", "/saldi"),
  "/programma/[programme]/regels/page": published(() => "/regels"),
  "/programma/[programme]/regels/[code]/page": within("reconciliation:read", "/regels/S15"),
  "/programma/[programme]/aansluiting/page": within("reconciliation:read", "/aansluiting"),
  "/programma/[programme]/aansluiting/verschil/page": within("journal:read", "/aansluiting/verschil"),
  "/programma/[programme]/extern/page": within("reconciliation:read", "/extern"),
  "/programma/[programme]/extern/nieuw/page": within("tie-out:bring", "/extern/nieuw"),
  "/programma/[programme]/extern/bestand/route": { permission: "tie-out:bring" },
  "/programma/[programme]/extern/[file]/page": needs(
    "reconciliation:read",
    ({ tieOut }) => `${OEFEN}/extern/${tieOut}`,
  ),
  "/programma/[programme]/extern/[file]/bestand/route": { permission: "reconciliation:read" },
  "/programma/[programme]/extern/[file]/koppelingen/page": needs(
    "reconciliation:read",
    ({ tieOut }) => `${OEFEN}/extern/${tieOut}/koppelingen`,
  ),
  "/programma/[programme]/extern/[file]/eenheden/[unit]/page": needs(
    "reconciliation:read",
    ({ tieOut, allocation }) => `${OEFEN}/extern/${tieOut}/eenheden/${allocation}`,
  ),
  "/programma/[programme]/extern/[file]/rijen/[row]/page": needs(
    "reconciliation:read",
    ({ tieOut }) => `${OEFEN}/extern/${tieOut}/rijen/2`,
  ),
  "/programma/[programme]/grootboek/page": within("journal:read", "/grootboek"),
  "/programma/[programme]/grootboek/[seq]/page": needs(
    "journal:read",
    ({ entry }) => `${OEFEN}/grootboek/${entry}`,
  ),
  "/programma/[programme]/steekproeven/page": within("sample:manage", "/steekproeven"),
  "/programma/[programme]/steekproeven/nieuw/page": within("sample:manage", "/steekproeven/nieuw"),
  "/programma/[programme]/steekproeven/[sample]/page": needs(
    "sample:manage",
    ({ sample }) => `${OEFEN}/steekproeven/${sample}?controle=1`,
  ),
  "/programma/[programme]/steekproeven/[sample]/[seq]/page": needs(
    "sample:manage",
    ({ sample, sampleItem }) => `${OEFEN}/steekproeven/${sample}/${sampleItem}`,
  ),
  "/programma/[programme]/bevindingen/page": within("finding:read", "/bevindingen"),
  "/programma/[programme]/bevindingen/nieuw/page": needs(
    "finding:write",
    ({ sample, sampleItem }) => `${OEFEN}/bevindingen/nieuw?post=${sampleItem}&steekproef=${sample}`,
  ),
  "/programma/[programme]/bevindingen/tolerantie/page": within(
    "finding:read",
    "/bevindingen/tolerantie?jaar=2025",
  ),
  "/programma/[programme]/bevindingen/[finding]/page": needs(
    "finding:read",
    ({ finding }) => `${OEFEN}/bevindingen/${finding}`,
  ),
  "/programma/[programme]/bevindingen/[finding]/wijzigen/page": needs(
    "finding:write",
    ({ finding }) => `${OEFEN}/bevindingen/${finding}/wijzigen`,
  ),
  "/programma/[programme]/signalen/page": within("signal:judge", "/signalen?jaar=2024"),
  "/programma/[programme]/signalen/[signal]/page": within(
    "signal:judge",
    "/signalen/silence~2024~OW~OEF05~modelveen-west~jonge-kind",
  ),
  "/programma/[programme]/regels/controles/page": within("reconciliation:read", "/regels/controles"),
  "/programma/[programme]/regels/controles/[run]/page": within("reconciliation:read", "/regels/controles/1"),
  "/programma/[programme]/grootboek/gezondheid/page": within("reconciliation:read", "/grootboek/gezondheid"),
  "/programma/[programme]/bewijsverzoeken/page": within("request:read", "/bewijsverzoeken"),
  "/programma/[programme]/bewijsverzoeken/[request]/page": needs(
    "request:read",
    ({ request }) => `${OEFEN}/bewijsverzoeken/${request}`,
  ),
  "/programma/[programme]/grootboek/[seq]/bewijs/route": { permission: "journal:read" },
  "/programma/[programme]/export/[file]/route": { permission: "export:read" },
  "/programma/[programme]/exports/page": within("export:read", "/exports"),
  "/programma/[programme]/exports/nieuw/page": within("export:read", "/exports/nieuw?wat=toekenningen"),
  // Only of the person who asked for it; the spec of exports looks at it with axe.
  "/programma/[programme]/exports/[job]/page": { permission: "export:read" },
  "/programma/[programme]/exports/[job]/bestand/route": { permission: "export:read" },

  "/beheer/page": needs("people:manage", () => "/beheer"),
  "/beheer/mensen/nieuw/page": needs("people:manage", () => "/beheer/mensen/nieuw"),
  "/beheer/mensen/[person]/page": needs("people:manage", ({ person }) => `/beheer/mensen/${person}`),
  "/beheer/organisaties/page": needs("people:manage", () => "/beheer/organisaties"),
  "/beheer/sessies/page": needs("people:manage", () => "/beheer/sessies"),
  "/beheer/logboek/page": needs("audit-log:read", () => "/beheer/logboek"),
  "/beheer/logboek/export/[file]/route": { permission: "audit-log:read" },
};

/** Every server action of the build, with the permission that it asks for; null where it may ask for none. */
export const ACTIONS: Readonly<Record<string, readonly Permission[] | null>> = {
  "app/inloggen/actions.ts signInAction": null,
  "app/inloggen/actions.ts choosePasswordAction": null,
  "app/programma/[programme]/enter-proposal-action.ts enterProposalAction": [
    "ceiling:propose",
    "allocation:propose",
  ],
  "app/programma/[programme]/rapportages/[report]/werkboek/[upload]/actions.ts applyUploadAction": [
    "report:fill",
  ],
  "app/programma/[programme]/exports/actions.ts requestExportAction": ["export:read"],
  "app/programma/[programme]/exports/actions.ts requestPackageAction": [
    "export:read",
    "reconciliation:read",
    "journal:read",
  ],
  "app/programma/[programme]/view-actions.ts saveViewAction": ["work:read"],
  "app/programma/[programme]/view-actions.ts removeViewAction": ["work:read"],
  "app/programma/[programme]/toekenningen/werkboek/inlezen/[upload]/actions.ts confirmUploadAction": [
    "allocation:propose",
  ],
  "app/programma/[programme]/toekenningen/invoeren/actions.ts gridAction": ["allocation:propose"],
  "app/programma/[programme]/toekenningen/invoeren/actions.ts saveDraftAction": ["allocation:propose"],
  "app/programma/[programme]/verdeelsleutels/actions.ts keyAction": ["allocation:propose"],
  "app/programma/[programme]/verdeelsleutels/actions.ts enterInputAction": ["allocation:propose"],
  "app/programma/[programme]/verdeelsleutels/actions.ts runKeyAction": ["allocation:propose"],
  "app/programma/[programme]/verdeelsleutels/actions.ts tryRunAction": ["allocation:propose"],
  "app/programma/[programme]/verdeelsleutels/actions.ts proposeRunAction": ["allocation:propose"],
  "app/programma/[programme]/claims/nieuw/actions.ts registerClaimAction": ["claim:register"],
  "app/programma/[programme]/claims/[claim]/actions.ts linkClaimAction": ["claim:register"],
  "app/programma/[programme]/claims/[claim]/actions.ts withdrawLinkAction": ["claim:register"],
  "app/programma/[programme]/bronconflicten/[conflict]/actions.ts proposeDecisionAction": ["conflict:decide"],
  "app/programma/[programme]/bronconflicten/[conflict]/actions.ts answerDecisionAction": ["conflict:agree"],
  "app/beheer/mensen/actions.ts addPersonAction": ["people:manage"],
  "app/beheer/mensen/actions.ts resetPasswordAction": ["people:manage"],
  "app/beheer/mensen/actions.ts grantRoleAction": ["people:manage"],
  "app/beheer/mensen/actions.ts endRoleAction": ["people:manage"],
  "app/beheer/mensen/actions.ts accessAction": ["people:manage"],
  "app/beheer/mensen/actions.ts endSessionAction": ["people:manage"],
  "app/beheer/mensen/actions.ts endAllSessionsAction": ["people:manage"],
  "app/beheer/mensen/actions.ts makeDeputyAction": ["people:manage"],
  "app/beheer/mensen/actions.ts endDeputyAction": ["people:manage"],
  "app/programma/[programme]/toekenningen/[allocation]/kasritme/actions.ts enterScheduleAction": [
    "allocation:propose",
  ],
  "app/programma/[programme]/toekenningen/[allocation]/vaststellen/actions.ts settleAction": [
    "allocation:propose",
  ],
  "app/programma/[programme]/toekenningen/[allocation]/vaststellen/actions.ts reopenAction": [
    "allocation:propose",
  ],
  "app/programma/[programme]/voorstellen/[proposal]/actions.ts decideProposalAction": ["proposal:approve"],
  "app/programma/[programme]/verzamelvoorstellen/[batch]/actions.ts decideBatchAction": ["proposal:approve"],
  "app/programma/[programme]/verzamelvoorstellen/[batch]/actions.ts proposeBatchAction": [
    "allocation:propose",
  ],
  "app/programma/[programme]/drempels/actions.ts enterThresholdAction": ["ceiling:propose"],
  "app/programma/[programme]/drempels/actions.ts decideThresholdAction": ["proposal:approve"],
  "app/programma/[programme]/rapportages/perioden/actions.ts openWindowAction": ["window:manage"],
  "app/programma/[programme]/rapportages/perioden/actions.ts changeWindowAction": ["window:manage"],
  "app/programma/[programme]/rapportages/perioden/actions.ts askExceptionAction": ["exception:request"],
  "app/programma/[programme]/rapportages/perioden/actions.ts decideExceptionAction": ["exception:decide"],
  "app/programma/[programme]/rapportages/perioden/agenda/actions.ts makeFeedAction": ["report:read"],
  "app/programma/[programme]/rapportages/perioden/agenda/actions.ts revokeFeedAction": ["report:read"],
  "app/programma/[programme]/rapportages/actions.ts openReportAction": ["report:fill"],
  "app/programma/[programme]/rapportages/[report]/actions.ts saveReportAction": ["report:fill"],
  "app/programma/[programme]/rapportages/[report]/actions.ts signReportAction": ["report:sign"],
  "app/programma/[programme]/rapportages/[report]/actions.ts acceptReportAction": ["report:review"],
  "app/programma/[programme]/rapportages/[report]/actions.ts returnToCoordinatorAction": ["report:sign"],
  "app/programma/[programme]/rapportages/[report]/actions.ts returnToMunicipalityAction": ["report:review"],
  "app/programma/[programme]/rapportages/[report]/actions.ts remarkAsMinistryAction": ["report:review"],
  "app/programma/[programme]/rapportages/[report]/actions.ts remarkAsMunicipalityAction": ["report:fill"],
  "app/programma/[programme]/rapportages/[report]/bewijs/actions.ts withdrawEvidenceAction": ["report:fill"],
  "app/programma/[programme]/rapportages/[report]/bewijs/actions.ts scanAgainAction": ["report:read"],
  "app/programma/[programme]/bewijseisen/actions.ts setRequirementAction": ["report:review"],
  "app/programma/[programme]/sisa/actions.ts saveSisaAnswersAction": ["report:fill", "report:sign"],
  "app/programma/[programme]/sisa/actions.ts prepareSisaAction": ["report:fill"],
  "app/programma/[programme]/sisa/versies/[version]/actions.ts decideSisaAction": ["report:sign"],
  "app/programma/[programme]/sisa/versies/[version]/actions.ts recordCbsAnswerAction": [
    "report:fill",
    "report:sign",
  ],
  "app/programma/[programme]/sisa/codes/actions.ts writeSisaCodesAction": ["report:review"],
  "app/programma/[programme]/sisa/codes/actions.ts writeSisaToleranceAction": ["report:review"],
  "app/programma/[programme]/steekproeven/actions.ts drawSampleAction": ["sample:manage"],
  "app/programma/[programme]/steekproeven/actions.ts recordAmountsAction": ["sample:manage"],
  "app/programma/[programme]/steekproeven/actions.ts recordDeviationAction": ["sample:manage"],
  "app/programma/[programme]/steekproeven/actions.ts restIsRightAction": ["sample:manage"],
  "app/programma/[programme]/steekproeven/actions.ts askEvidenceAction": ["sample:manage"],
  "app/programma/[programme]/steekproeven/actions.ts withdrawRequestAction": ["sample:manage"],
  "app/programma/[programme]/steekproeven/actions.ts setMinimumAction": ["sample:manage"],
  "app/programma/[programme]/bewijsverzoeken/actions.ts answerRequestAction": ["report:fill"],
  "app/programma/[programme]/signalen/actions.ts judgeSignalAction": ["signal:judge"],
  "app/programma/[programme]/regels/controles/actions.ts askRunAction": ["check:run"],
  "app/programma/[programme]/bevindingen/actions.ts writeFindingAction": ["finding:write"],
  "app/programma/[programme]/bevindingen/actions.ts reviseFindingAction": ["finding:write"],
  "app/programma/[programme]/bevindingen/actions.ts issueFindingAction": ["finding:write"],
  "app/programma/[programme]/bevindingen/actions.ts answerFindingAction": ["finding:respond"],
  "app/programma/[programme]/bevindingen/actions.ts closeFindingAction": ["finding:write"],
  "app/programma/[programme]/bevindingen/actions.ts reopenFindingAction": ["finding:write"],
  "app/programma/[programme]/bevindingen/actions.ts withdrawFindingAction": ["finding:write"],
  "app/programma/[programme]/grootboek-gemeente/actions.ts saveColumnsAction": ["report:fill"],
  "app/programma/[programme]/grootboek-gemeente/actions.ts saveAccountsAction": ["report:fill"],
  "app/programma/[programme]/grootboek-gemeente/actions.ts importBookingsAction": ["report:fill"],
  "app/programma/[programme]/grootboek-gemeente/actions.ts withdrawImportAction": ["report:fill"],
  "app/programma/[programme]/grootboek-gemeente/actions.ts takeOverAction": ["report:fill"],
  "app/programma/[programme]/extern/actions.ts sayTieOutColumnsAction": ["tie-out:bring"],
  "app/programma/[programme]/extern/actions.ts decideRowAction": ["tie-out:match"],
  "app/programma/[programme]/saldi/actions.ts stateBalanceAction": ["report:fill"],
  "app/programma/[programme]/regels/actions.ts proposeStageAction": ["rule:manage"],
  "app/programma/[programme]/regels/actions.ts decideStageAction": ["rule:manage"],
  "app/programma/[programme]/regels/actions.ts askWaiverAction": ["rule:manage", "report:fill"],
  "app/programma/[programme]/regels/actions.ts decideWaiverAction": ["rule:manage"],
  "app/programma/[programme]/toekenningen/[allocation]/verplaatsen/actions.ts moveToPlaceAction": [
    "allocation:propose",
  ],
  "app/programma/[programme]/toekenningen/[allocation]/verplaatsen/actions.ts carryOverAction": [
    "allocation:propose",
  ],
  "app/programma/[programme]/scenarios/actions.ts makeScenarioAction": ["allocation:propose"],
  "app/programma/[programme]/scenarios/actions.ts addLineAction": ["allocation:propose"],
  "app/programma/[programme]/scenarios/actions.ts removeLineAction": ["allocation:propose"],
  "app/programma/[programme]/scenarios/actions.ts shareScenarioAction": ["allocation:propose"],
  "app/programma/[programme]/scenarios/actions.ts proposeScenarioAction": ["allocation:propose"],
  "app/programma/[programme]/voorstellen/[proposal]/actions.ts cancelProposalAction": ["allocation:propose"],
  "app/programma/[programme]/voorschotten/actions.ts recordPaymentAction": ["allocation:propose"],
  "app/programma/[programme]/voorschotten/inlezen/[file]/actions.ts enterPaymentsAction": [
    "allocation:propose",
  ],
};
