import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { inProject } from "@/scripts/start/project";

/** What is printed and kept under a heading. */
export interface Section {
  readonly heading: string;
  readonly table: string;
}

const README = inProject("tests/bench/README.md");
const MARK = "<!-- figures -->";

const machine = () =>
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model ?? "?"}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, PostgreSQL 18 with fsync on`;

/** Prints figures and keeps them in the README, with the day and the machine: they take the place of those of their heading. */
export function keepFigures(sections: readonly Section[], remark = ""): void {
  const [before = "", after = ""] = readFileSync(README, "utf8").split(MARK);
  const kept = new Map(
    after
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.split("\n", 1)[0] ?? "", section.slice(section.indexOf("\n")).trim()]),
  );
  for (const { heading, table } of sections) {
    const figures = `${machine()}${remark}.\n\n${table}`;
    console.log(`\n## ${heading}\n\n${figures}`);
    kept.set(heading, figures);
  }
  const whole = [...kept].map(([heading, figures]) => `## ${heading}\n\n${figures}\n`);
  writeFileSync(README, `${before}${MARK}\n\n${whole.join("\n")}`);
}
