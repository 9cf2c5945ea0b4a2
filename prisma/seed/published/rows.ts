import type { Check } from "@/lib/domain/claims/checks/check";
import type { Claim, ClaimLink } from "@/lib/domain/claims/claim";
import type { Earmark } from "@/lib/domain/claims/flow";

/** Rows as the database will hold them, with natural codes where the database has ids. */
export type PublishedProgramme = {
  readonly programme: {
    readonly code: string;
    readonly nameNl: string;
    readonly nameEn: string;
    readonly horizonFrom: number;
    readonly horizonTo: number;
    readonly numberPrefix: string;
  };
  readonly organisations: readonly PublishedOrganisation[];
  readonly participants: readonly PublishedParticipant[];
  readonly areas: readonly PublishedArea[];
  readonly streams: readonly PublishedStream[];
  readonly streamMinistries: readonly PublishedStreamMinistry[];
  readonly carryOverRules: readonly PublishedCarryOverRule[];
  readonly tranches: readonly PublishedTranche[];
  readonly themes: readonly PublishedTheme[];
  readonly sources: readonly PublishedSource[];
  readonly claims: readonly Claim[];
  readonly claimLinks: readonly ClaimLink[];
  readonly indicators: readonly PublishedIndicator[];
  readonly conflicts: readonly PublishedConflict[];
};

export type PublishedOrganisation = {
  readonly kind: "ministry" | "municipality";
  readonly code: string;
  readonly abbreviation: string | null;
  readonly officialName: string;
  readonly preferredName: string;
  readonly tooiUri: string;
  readonly province: string | null;
  readonly isG4: boolean;
  readonly budgetChapter: string | null;
  readonly budgetChapterStatus: string | null;
  readonly note: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly pointStatus: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly source: string;
};

export type PublishedParticipant = {
  readonly organisation: string;
  readonly wave: number | null;
  readonly inLeaflet: boolean;
  readonly validFrom: string | null;
};

export type PublishedArea = {
  readonly code: string;
  readonly municipality: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly wave: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly pointStatus: string;
  readonly boundaryStatus: string;
  readonly source: string;
};

export type PublishedStream = {
  readonly code: string;
  readonly leafletNote: number | null;
  readonly position: number;
  readonly shortName: string;
  readonly officialName: string;
  readonly nameInLeaflet: string | null;
  readonly instrument: "specific_grant" | "subsidy" | "unknown";
  readonly instrumentText: string | null;
  readonly earmark: Earmark;
  readonly earmarkText: string | null;
  readonly recipientGrain: "municipality" | "project" | "school_board" | "ambiguous";
  readonly recipientText: string | null;
  /** The ministries that the leaflet names for it, in its order: "OCW, BZK, SZW". */
  readonly ministryText: string | null;
  readonly budgetLabel: string | null;
  readonly legalBasis: string | null;
  readonly legalReference: string | null;
  readonly periodText: string | null;
  readonly distributionText: string | null;
  readonly cofinancingText: string | null;
  readonly carryOverText: string | null;
  readonly sisaCode: string | null;
  readonly evidence: string;
  readonly sourceText: string;
};

/** What a regulation says about money that is not spent in its year; `tranche` is "S1/t1". */
export type PublishedCarryOverRule = {
  readonly tranche: string;
  readonly sharePercent: number | null;
  readonly nextYearOnly: boolean;
  readonly lastYear: number | null;
  readonly legalSource: string;
};

export type PublishedStreamMinistry = {
  readonly stream: string;
  readonly ministry: string;
  readonly role: "owner" | "donor";
  readonly validFrom: string;
  readonly validTo: string | null;
};

export type PublishedTranche = {
  readonly stream: string;
  readonly code: string;
  readonly name: string;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly note: string | null;
};

export type PublishedTheme = {
  readonly stream: string;
  readonly code: string;
  readonly nameNl: string;
  readonly nameEn: string;
  readonly position: number;
};

export type PublishedSource = {
  readonly code: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string | null;
  readonly publishedText: string | null;
  readonly address: string | null;
  readonly content: string | null;
};

export type PublishedIndicator = {
  readonly code: string;
  readonly stream: string | null;
  readonly nameNl: string;
  readonly nameEn: string;
  readonly unitNl: string;
  readonly unitEn: string;
  readonly target: bigint;
  readonly targetText: string;
  readonly source: string;
  readonly place: string | null;
  readonly note: string | null;
};

/** The words around a check, and the claims that it rests on; its figures are computed when they are shown. */
export type PublishedConflict = Pick<Check, "code" | "kind" | "severity" | "place" | "claims"> & {
  readonly titleNl: string;
  readonly titleEn: string;
  readonly textNl: string;
  readonly textEn: string;
  readonly treatmentNl: string;
  readonly treatmentEn: string;
};
