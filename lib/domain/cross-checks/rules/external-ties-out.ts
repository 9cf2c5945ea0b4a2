import { TIE_CAUSES } from "../../tie-out/tie-out";
import { TIE_OUT_KINDS } from "../../tie-out/tie-out-file";
import type { ProgrammeFacts, TiedFile, TieException } from "../facts";
import { type CrossFinding, NOWHERE } from "../finding";
import { type Judged, judgeEach } from "../judged";

type Looked =
  | { readonly is: "none" }
  | { readonly is: "exception"; readonly file: TiedFile; readonly found: TieException | null }
  | { readonly is: "unread"; readonly file: TiedFile };

/**
 * X3: the latest external file of each kind says what the ledger says. Every type of exception is one finding, with what both
 * sides have of it; a kind of which there is no file cannot be judged.
 */
export function externalTiesOut({ external }: ProgrammeFacts): Judged {
  const things = TIE_OUT_KINDS.flatMap((kind): Looked[] => {
    const files = external.filter((file) => file.kind === kind);
    if (files.length === 0) return [{ is: "none" }];
    return files.flatMap((file) => [
      ...TIE_CAUSES.map((cause) => ({
        is: "exception" as const,
        file,
        found: file.exceptions.find((one) => one.cause === cause) ?? null,
      })),
      { is: "unread" as const, file },
    ]);
  });
  return judgeEach(things, "no_external_file", (one) => {
    if (one.is === "none") return "no_external_file";
    const { file } = one;
    if (one.is === "unread") return file.unread === 0 ? "passed" : unreadable(file);
    return one.found === null ? "passed" : exception(file, one.found);
  });
}

const subjectOf = ({ kind, year }: TiedFile): string => (year === null ? kind : `${kind}-${year}`);

const about = (file: TiedFile): Pick<CrossFinding, "about" | "place"> => ({
  about: { name: file.name, at: { kind: "external", id: file.id } },
  place: { ...NOWHERE, year: file.year },
});

/** Both sides in cents; where they come to the same, as of what stands on another area, how many there are. */
function exception(file: TiedFile, { cause, count, theirs, ours }: TieException): CrossFinding {
  const base = {
    ...about(file),
    thing: `${subjectOf(file)}~${cause}`,
    problem: cause,
    facts: { count: String(count) },
  };
  if (theirs === ours) return { ...base, ...counted(file, count) };
  return {
    ...base,
    unit: "cents",
    source: { value: theirs, origin: "external_file", at: { kind: "external", id: file.id } },
    target: { value: ours, origin: "ledger", at: null },
  };
}

const unreadable = (file: TiedFile): CrossFinding => ({
  ...about(file),
  ...counted(file, file.unread),
  thing: `${subjectOf(file)}~unreadable_rows`,
  problem: "unreadable_rows",
  facts: { count: String(file.unread) },
});

const counted = ({ id }: TiedFile, count: number): Pick<CrossFinding, "unit" | "source" | "target"> => ({
  unit: "count",
  source: { value: BigInt(count), origin: "external_file", at: { kind: "external", id } },
  target: { value: 0n, origin: "expected", at: null },
});
