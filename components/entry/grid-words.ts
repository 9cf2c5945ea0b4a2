/** Everything the grid says in the browser, ready in the reader's language; {name} stands for what is filled in. */
export interface GridWords {
  readonly line: string;
  readonly columns: Readonly<Record<string, string>>;
  /** "{column}, regel {line}" */
  readonly cell: string;
  readonly total: string;
  readonly entered: string;
  readonly room: string;
  readonly left: string;
  readonly fits: string;
  readonly over: string;
  readonly incomplete: string;
  readonly unknown: string;
  readonly noCeiling: string;
  readonly error: string;
  /** In front of a reason in the summary; in a cell it goes without saying. */
  readonly ofLine: string;
  /** Sentences for what cannot be read, by the last part of their code. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly pasted: string;
  readonly lost: string;
  readonly busy: string;
  readonly failed: string;
  readonly stale: string;
}

export const filled = (template: string, facts: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
