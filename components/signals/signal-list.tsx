import { useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StatusTag } from "@/components/signs/status-tag";
import { Tag } from "@/components/signs/tag";
import { type JudgedSignal, SIGNAL_KINDS, type SignalKind } from "@/lib/domain/signals/signal";
import { SignalSentence } from "./signal-sentence";

type SignalListProps = { signals: readonly JudgedSignal[]; href: (key: string) => string };

/** What stands out, kind by kind: each with its reason in one sentence and what was made of it. */
export function SignalList({ signals, href }: SignalListProps) {
  const kinds = SIGNAL_KINDS.filter((kind) => signals.some((one) => one.kind === kind));
  return kinds.map((kind) => (
    <Kind key={kind} kind={kind} signals={signals.filter((one) => one.kind === kind)} href={href} />
  ));
}

function Kind({ kind, signals, href }: SignalListProps & { kind: SignalKind }) {
  const t = useTranslations("signals");
  return (
    <section className="section" aria-labelledby={`soort-${kind}`}>
      <h2 id={`soort-${kind}`}>{t(`kinds.${kind}`)}</h2>
      <p>{t(`about.${kind}`)}</p>
      <ScrollRegion label={t(`kinds.${kind}`)}>
        <table className="compact">
          <caption className="hidden">{t(`kinds.${kind}`)}</caption>
          <thead>
            <tr>
              <th scope="col">{t("where")}</th>
              <th scope="col">{t("why")}</th>
              <th scope="col">{t("judged")}</th>
            </tr>
          </thead>
          <tbody>
            {signals.map((signal) => (
              <tr key={signal.key}>
                <th scope="row">
                  <a href={href(signal.key)}>{signal.municipalityName}</a>
                  <span className="meta">{signal.streamName}</span>
                </th>
                <td className="signal-why">
                  <SignalSentence signal={signal} />
                </td>
                <td>
                  <SignalState signal={signal} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

/** What was made of a signal; when the facts are other ones now, that is said beside it. */
export function SignalState({ signal: { judged } }: { signal: JudgedSignal }) {
  const t = useTranslations("signals");
  if (judged === null) return <StatusTag kind="signal" status="new" />;
  return (
    <span className="state-cell">
      <StatusTag kind="signal" status={judged.judgement} />
      {!judged.current && (
        <Tag tone="warn" sign="warning">
          {t("changed")}
        </Tag>
      )}
    </span>
  );
}
