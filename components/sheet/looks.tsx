import { useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { Amount } from "@/components/signs/amount";
import { DiffTag } from "@/components/signs/diff-tag";
import { NoteNumber } from "@/components/signs/note-number";
import { SourceLink } from "@/components/signs/source-link";
import { StatusTag } from "@/components/signs/status-tag";
import { cents } from "@/lib/domain/money";
import {
  ABSENCES,
  DIFFERENCE_CAUSES,
  STATUS_SIGNS,
  type StatusKind,
  type StatusOf,
} from "@/lib/views/status";

const CHIPS = [
  "ink",
  "muted",
  "primary",
  "blue-50",
  "surface",
  "line",
  "line-strong",
  "ok",
  "warn",
  "error",
  "diff",
  "focus-halo",
] as const;

export function Colours() {
  const t = useTranslations("sheet.colour");
  return (
    <section aria-labelledby="kleur">
      <h2 id="kleur">{t("title")}</h2>
      <ul className="plain chips above-m">
        {CHIPS.map((name) => (
          <li key={name}>
            <span className={`chip chip-${name}`} />
            <strong>{name}</strong>
            <br />
            {t(`names.${name}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

const SIZES = ["h1", "h2", "h3", "text", "table"] as const;

export function Type() {
  const t = useTranslations("sheet.type");
  return (
    <section className="section sheet-type" aria-labelledby="schrift">
      <h2 id="schrift">{t("title")}</h2>
      {SIZES.map((size) => (
        <p key={size} className={`sheet-${size}`}>
          {t(size)}
        </p>
      ))}
      <p className="small">{t("caption")}</p>
    </section>
  );
}

export function Statuses() {
  const t = useTranslations("sheet.status");
  const kinds = Object.keys(STATUS_SIGNS) as StatusKind[];
  return (
    <section className="section" aria-labelledby="status">
      <h2 id="status">{t("title")}</h2>
      {kinds.map((kind) => (
        <div className="demo" key={kind}>
          {(Object.keys(STATUS_SIGNS[kind]) as StatusOf<typeof kind>[]).map((status) => (
            <StatusTag key={status} kind={kind} status={status} />
          ))}
        </div>
      ))}
      <h3 className="above-l below-s">{t("absence")}</h3>
      <div className="demo">
        {DIFFERENCE_CAUSES.map((cause) => (
          <DiffTag key={cause} cause={cause} />
        ))}
      </div>
      <div className="demo">
        <SourceLink href="#status">{t("source")}</SourceLink>
        <NoteNumber number={7} />
      </div>
      <div className="demo">
        {ABSENCES.map((reason) => (
          <Absent key={reason} reason={reason} />
        ))}
        <span>
          <Amount value={cents(0n)} /> <StatusTag kind="line" status="reportedZero" />
        </span>
      </div>
    </section>
  );
}
