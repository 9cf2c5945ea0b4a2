import type { FileProblem } from "@/lib/domain/entry/entry-file";

/** A file that is refused as a whole: expected, with the facts for its sentence. */
export class RefusedFile extends Error {
  override readonly name = "RefusedFile";
  readonly problem: FileProblem;
  readonly facts: Readonly<Record<string, string>>;

  constructor(problem: FileProblem, facts: Readonly<Record<string, string>> = {}) {
    super(problem);
    this.problem = problem;
    this.facts = facts;
  }
}
