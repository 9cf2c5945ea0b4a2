import type { Locale } from "./locale";

interface ReadyFacts {
  readonly personName: string;
  readonly fileName: string;
  /** Where it can be fetched; who opens it signs in first. */
  readonly address: string;
}

/** The mail that an export is ready; nothing of what is in it. */
export function exportReadyText(
  locale: Locale,
  { personName, fileName, address }: ReadyFacts,
): { readonly subject: string; readonly body: string } {
  const [subject, ...parts] =
    locale === "nl"
      ? [
          `Uw export is klaar: ${fileName}`,
          `Geachte ${personName},`,
          `De export ${fileName} is klaar. U haalt haar hier op, een week lang:`,
          address,
          "Dit bericht is automatisch verstuurd door Geldstroom.",
        ]
      : [
          `Your export is ready: ${fileName}`,
          `Dear ${personName},`,
          `The export ${fileName} is ready. You can fetch it here for a week:`,
          address,
          "This message was sent automatically by Geldstroom.",
        ];
  return { subject: subject ?? "", body: `${parts.join("\n\n")}\n` };
}
