import type { ReactNode } from "react";
import type { Sign, Tone } from "@/lib/views/status";
import { Icon } from "./icon";

type TagProps = { tone?: Tone; sign?: Sign; href?: string; children: ReactNode };

/** One or two words on a soft ground, with a sign in front: colour is never the only carrier. */
export function Tag({ tone = "wait", sign = "none", href, children }: TagProps) {
  const className = tone === "wait" ? "tag" : `tag tag-${tone}`;
  const content = (
    <>
      {sign !== "none" && <Icon name={sign} />}
      {children}
    </>
  );
  if (href === undefined) return <span className={className}>{content}</span>;
  return (
    <a className={className} href={href}>
      {content}
    </a>
  );
}
