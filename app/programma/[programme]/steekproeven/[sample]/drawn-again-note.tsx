import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/signs/alert";
import type { Grant } from "@/lib/domain/access";
import { drawAgain } from "@/lib/queries/sampling/find-sample";
import { spacedHash } from "@/lib/views/reports";

type Props = {
  grant: Grant<"sample:manage">;
  programmeId: string;
  sample: string;
  /** Whether the address asks for it: drawing again goes through the whole population. */
  again: boolean;
  href: string;
};

/** Draws the sample again out of the journal of now, and says whether the same comes out. */
export async function DrawnAgainNote({ grant, programmeId, sample, again, href }: Props) {
  const t = await getTranslations("sampling.again");
  if (!again)
    return (
      <p className="above-s">
        <a className="button button-second" href={href}>
          {t("button")}
        </a>
      </p>
    );
  const drawn = await drawAgain(grant, programmeId, sample);
  const seqs = drawn.differs.map(String).join(", ");
  return (
    <Alert
      id="opnieuw"
      level={3}
      tone={drawn.same ? "ok" : "block"}
      title={t(drawn.same ? "same" : "differs")}
    >
      <p className="mono">{spacedHash(drawn.digest)}</p>
      {!drawn.sameDigest && <p>{t("population")}</p>}
      {drawn.differs.length > 0 && <p>{t("items", { seqs })}</p>}
    </Alert>
  );
}
