import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Grant } from "@/lib/domain/access";
import type { TieOutFile } from "@/lib/domain/tie-out/tie-out-file";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { tieOutPath } from "@/lib/views/tie-out";
import { ProgrammeFrame } from "../programme-frame";

type FileFrameProps = {
  grant: Grant<"reconciliation:read">;
  programme: ProgrammeRow;
  file: Pick<TieOutFile, "id" | "fileName">;
  /** Of a page below the file's own. */
  below?: string;
  children: ReactNode;
};

/** A page of an external file, under the programme's external files. */
export async function FileFrame({ grant, programme, file, below, children }: FileFrameProps) {
  const t = await getTranslations("tieOut");
  const own = tieOutPath(programme.code, file.id);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="external"
      crumbs={[
        { label: t("title"), href: tieOutPath(programme.code) },
        { label: file.fileName, ...(below !== undefined && { href: own }) },
        ...(below === undefined ? [] : [{ label: below }]),
      ]}
    >
      {children}
    </ProgrammeFrame>
  );
}
