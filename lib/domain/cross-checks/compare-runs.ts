import { MOST_KEPT } from "./most-kept";
import type { CrossRuleCode, RunFinding, RunResult } from "./run";

/** Keys of findings, with the number of the run since which each is there. */
export type Since = ReadonlyMap<string, number>;

interface Compared {
  /** The first of every rule, which are kept whole. */
  readonly listed: readonly RunFinding[];
  /** By rule, what is known and not listed: more than are kept, or of a rule that was not judged this time. */
  readonly unlisted: ReadonlyMap<string, Since>;
  readonly since: (key: string) => number;
  readonly fresh: number;
  readonly gone: number;
}

const ruleOf = (key: string): string => key.slice(0, key.indexOf("~"));

/**
 * Lays a run beside everything that the previous one knew. What was not judged now is neither gone nor new when it is judged
 * again; and of a rule with more findings than are kept, none is new because another was put right.
 */
export function compareRuns(before: Since, { outcomes, findings }: RunResult, number: number): Compared {
  const since = (key: string) => before.get(key) ?? number;
  const times = new Map<CrossRuleCode, number>();
  const [listed, cut]: [RunFinding[], RunFinding[]] = [[], []];
  for (const one of findings) {
    const time = (times.get(one.code) ?? 0) + 1;
    times.set(one.code, time);
    (time <= MOST_KEPT ? listed : cut).push(one);
  }
  const here = new Set(findings.map(({ key }) => key));
  const judged = new Set<string>(outcomes.filter(({ checked }) => checked > 0).map(({ code }) => code));
  const lost = [...before.keys()].filter((key) => !here.has(key));
  const besides = [...cut.map(({ key }) => key), ...lost.filter((key) => !judged.has(ruleOf(key)))];
  const unlisted = new Map<string, Map<string, number>>();
  for (const key of besides)
    unlisted.set(ruleOf(key), (unlisted.get(ruleOf(key)) ?? new Map()).set(key, since(key)));
  return {
    listed,
    unlisted,
    since,
    fresh: findings.filter(({ key }) => !before.has(key)).length,
    gone: lost.filter((key) => judged.has(ruleOf(key))).length,
  };
}
