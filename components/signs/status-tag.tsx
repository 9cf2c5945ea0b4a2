import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type StatusKind, type StatusOf, statusSign } from "@/lib/views/status";
import { Tag } from "./tag";

type StatusTagProps<Kind extends StatusKind> = {
  kind: Kind;
  status: StatusOf<Kind>;
  href?: string;
  /** Says it more exactly than the word of the status: "12 dagen te laat", "bij R. Model". */
  children?: ReactNode;
};

/** The word, sign and colour of a status. Server only: a client component gets it as a child. */
export function StatusTag<Kind extends StatusKind>({ kind, status, href, children }: StatusTagProps<Kind>) {
  const t = useTranslations("status");
  const word: { readonly of: string; readonly is: string } = { of: kind, is: status };
  return (
    <Tag {...statusSign(kind, status)} href={href}>
      {children ?? t(`${word.of}.${word.is}`)}
    </Tag>
  );
}
