import type { SignedCheckpoint } from "./checkpoint";
import type { Problem } from "./verify";

export interface CheckpointFinding {
  readonly checkpoint: SignedCheckpoint;
  /** File name, or "database" for the copy there. */
  readonly where: string;
  /** Null when no public key was given. */
  readonly signature: "valid" | "invalid" | "unknown_key" | null;
}

/**
 * Holds the journal against what was signed earlier. A chain that was cut or rebuilt can be right in itself; only a
 * checkpoint shows it. The first bad entry is then the one after the last checkpoint that still agrees.
 */
export function checkpointProblems(
  journal: { readonly size: bigint; readonly roots: ReadonlyMap<bigint, string> },
  findings: readonly CheckpointFinding[],
): Problem[] {
  const agrees = ({ size, root }: SignedCheckpoint) => journal.roots.get(size) === root;
  const good = findings.filter(({ checkpoint, signature }) => agrees(checkpoint) && signature !== "invalid");
  return findings.flatMap(({ checkpoint, where, signature }): Problem[] => {
    const { size } = checkpoint;
    const problem = (code: Problem["code"], seq: bigint | null, text: string): Problem => ({
      code,
      seq,
      detail: `checkpoint ${size} (${where}) ${text}`,
    });
    // What nobody signed says nothing about the journal.
    if (signature === "invalid")
      return [problem("checkpoint_signature", null, "is not signed by the key that it names")];
    if (signature === "unknown_key")
      return [problem("checkpoint_key", null, `is signed by ${checkpoint.keyId}, a key that was not given`)];
    if (agrees(checkpoint)) return [];
    if (size > journal.size)
      return [
        problem(
          "checkpoint_ahead",
          journal.size + 1n,
          `covers more entries than the journal has (${journal.size})`,
        ),
      ];
    const sound = good.reduce(
      (most, one) => (one.checkpoint.size < size && one.checkpoint.size > most ? one.checkpoint.size : most),
      0n,
    );
    return [
      problem(
        "checkpoint_root",
        sound + 1n,
        `has another root: entries ${sound + 1n} to ${size} are not what was signed`,
      ),
    ];
  });
}
