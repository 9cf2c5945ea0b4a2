import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { fileAnswer } from "@/app/file-answer";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { recordedExport } from "@/lib/commands/exports/record-export";
import { exportName } from "@/lib/exports/file-name";
import { exportSort } from "@/lib/exports/kinds";
import { formatOf, makeFile } from "@/lib/exports/make-file";
import type { Asked } from "@/lib/input/as-of";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

type Props = { params: Promise<{ programme: string; file: string }> };

/** Parameters as a page gets them: one value, or a list when a name stands there more than once. */
function askedOf(url: string): Asked {
  const { searchParams } = new URL(url);
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const values = searchParams.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

/** The file of a page, with exactly what the page's address asks for. Every file that leaves is in the audit log. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("export:read");
  const { programme: code, file } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const [name = "", ending = ""] = file.split(".");
  const sort = exportSort(name);
  const format = sort && formatOf(sort.kind, ending);
  if (sort === null || format === null) notFound();
  const allowed = await authorize(sort.permission);
  const asked = { params: askedOf(request.url), locale: await getLocale(), now: new Date() };
  const made = await orNotFound(makeFile(sort, format, { grant: allowed, programme }, asked));
  const what = { programme, kind: sort.kind, format, question: asked.params };
  return fileAnswer(
    recordedExport(grant, what, made),
    `${exportName(programme, sort.kind, asked.now)}.${format}`,
    format,
  );
}
