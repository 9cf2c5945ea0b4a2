import { useLocale, useTranslations } from "next-intl";
import type { TrackedScheme } from "@/lib/domain/findings/tolerance-tracker";
import type { Cents } from "@/lib/domain/money";
import { euro } from "@/lib/views/money";
import { coordinate, plotShare } from "@/lib/views/plot";

const WIDTH = 640;
const LEFT = 190;
const RIGHT = 24;
const ROW = 46;
/** The norm stands at two thirds, so that what goes over it has room to show. */
const NORM = LEFT + ((WIDTH - LEFT - RIGHT) * 2) / 3;
const LONGEST_NAME = 24;

type Reading = "together" | "apart";
type TolerancePictureProps = {
  schemes: readonly TrackedScheme[];
  /** Both against one norm, or each against its own. */
  reading: Reading;
};

/** How much of the norm each scheme has used: bars against one line. The same figures stand in the table under it. */
export function TolerancePicture({ schemes, reading }: TolerancePictureProps) {
  const t = useTranslations("findings.tolerance");
  const height = schemes.length * ROW + 28;
  return (
    <figure className="chart chart-tolerance">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={t("picture")}>
        <path className="axis" d={`M${coordinate(NORM)} 18V${height}`} />
        <text className="q" x={coordinate(NORM)} y="12" textAnchor="middle">
          {t("norm")}
        </text>
        {schemes.map((scheme, index) => (
          <Row key={scheme.streamId} scheme={scheme} reading={reading} top={index * ROW + 24} />
        ))}
      </svg>
      <figcaption>{t(`legend.${reading}`)}</figcaption>
    </figure>
  );
}

function Row({ scheme, reading, top }: { scheme: TrackedScheme; reading: Reading; top: number }) {
  const t = useTranslations("findings.tolerance.kinds");
  const locale = useLocale();
  const { name } = scheme;
  const apart = reading === "apart";
  return (
    <g transform={`translate(0 ${top})`}>
      <text className="b" x="0" y="19">
        {name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name}
      </text>
      {barsOf(scheme, reading).map(({ kind, amount, from, to }, place) => (
        <rect
          key={kind}
          className={kind === "errors" ? "k1" : "k2"}
          x={coordinate(along(from))}
          y={apart ? 2 + place * 15 : 5}
          width={coordinate(along(to) - along(from))}
          height={apart ? 12 : 18}
        >
          <title>{`${t(kind)}: ${euro(amount, locale)}`}</title>
        </rect>
      ))}
      <path className="rail" d={`M${LEFT} 35H${WIDTH - RIGHT}`} />
    </g>
  );
}

/** A share of the norm as a place on the line; one and a half times the norm is where the picture ends. */
const along = (share: number) => LEFT + Math.min(1.5, Math.max(0, share)) * (NORM - LEFT);

interface Bar {
  readonly kind: "errors" | "uncertainties";
  readonly amount: Cents;
  readonly from: number;
  readonly to: number;
}

function barsOf({ errors, uncertainties, room }: TrackedScheme, reading: Reading): Bar[] {
  if (room === null) return [];
  const wrong = { kind: "errors", amount: errors } as const;
  const unsure = { kind: "uncertainties", amount: uncertainties } as const;
  if (reading === "apart")
    return [
      { ...wrong, from: 0, to: plotShare(errors, room.errors) },
      { ...unsure, from: 0, to: plotShare(uncertainties, room.uncertainties) },
    ];
  const split = plotShare(errors, room.together);
  return [
    { ...wrong, from: 0, to: split },
    { ...unsure, from: split, to: split + plotShare(uncertainties, room.together) },
  ];
}
