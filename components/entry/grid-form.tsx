"use client";

import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useActionState,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { parseDelimited } from "@/lib/domain/entry/delimited";
import { cellName, type EntryRow, entryFields } from "@/lib/domain/entry/entry-fields";
import { type Pickable, picker } from "@/lib/domain/entry/pick";
import { fillDown, MOST_LINES, placeCells } from "@/lib/domain/entry/place-cells";
import type { EntryContext } from "@/lib/domain/entry/read-row";
import type { Cents } from "@/lib/domain/money";
import type { Locale } from "@/lib/views/locale";
import { FormProvider, type FormTexts } from "../forms/form-context";
import { FormErrors } from "../forms/form-errors";
import { type FormAction, type FormState, IDLE } from "../forms/form-state";
import { ScrollRegion } from "../signs/scroll-region";
import { Choices } from "./choices";
import { GridHead } from "./grid-head";
import { cellAt, nextCell } from "./grid-keys";
import { GridRow } from "./grid-row";
import { GridTotals } from "./grid-totals";
import { filled, type GridWords } from "./grid-words";
import { rowsFrom, saidBy } from "./kept-rows";
import { type SaveDraft, useDraft } from "./use-draft";
import { useHands } from "./use-hands";

type GridFormProps = {
  action: FormAction;
  save: SaveDraft;
  texts: FormTexts;
  words: GridWords;
  locale: Locale;
  documentTitle: string;
  caption: string;
  trancheId: string;
  years: readonly number[];
  areas: readonly Pickable[];
  themes: readonly Pickable[];
  room: ReadonlyMap<number, Cents>;
  rows: readonly EntryRow[];
  draft: { readonly version: number; readonly saved: string };
  /** Above the grid: where cells can be pasted without script. */
  before: ReactNode;
  actions: ReactNode;
};

/** The grid: a table of inputs that is a form, with script and without. */
export function GridForm(props: GridFormProps) {
  const { action, save, texts, words, locale, documentTitle, trancheId, years, areas, themes, room } = props;
  const [state, submit] = useActionState(action, IDLE);
  const [rows, setRows] = useState<readonly EntryRow[]>(() => rowsFrom(state) ?? props.rows);
  const [focused, setFocused] = useState<string | null>(null);
  const [heard, setHeard] = useState("");
  const [inBrowser, setInBrowser] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const goTo = useRef<string | null>(null);
  const typing = useRef(false);
  const answered = useRef<FormState>(state);
  const draft = useDraft(save, rows, props.draft.version);
  const fields = useMemo(() => entryFields(years), [years]);
  const context = useMemo<EntryContext>(
    () => ({ trancheId, years, pickArea: picker(areas), pickTheme: picker(themes) }),
    [trancheId, years, areas, themes],
  );
  useEffect(() => setInBrowser(true), []);
  useEffect(() => {
    if (answered.current === state) return;
    answered.current = state;
    const kept = rowsFrom(state);
    if (kept !== null) setRows(kept);
    if (state.values.version !== undefined) draft.keptAs(Number(state.values.version));
    if (state.status === "refused") summary.current?.focus();
  }, [state, draft]);
  useEffect(() => {
    if (goTo.current === null) return;
    const next = document.getElementById(goTo.current);
    goTo.current = null;
    if (next instanceof HTMLInputElement) {
      next.focus();
      next.select();
    }
  });

  const { changed } = draft;
  const change = useCallback(
    (row: number, field: string, value: string) => {
      typing.current = true;
      setRows((before) => before.map((one, index) => (index === row ? { ...one, [field]: value } : one)));
      changed();
    },
    [changed],
  );
  const paste = (event: ClipboardEvent) => {
    const at = cellAt(event.target);
    const cells = parseDelimited(event.clipboardData.getData("text/plain"));
    if (at === null || (cells.length === 1 && cells[0]?.length === 1)) return;
    event.preventDefault();
    const placed = placeCells(rows, fields, at, cells);
    setRows(placed.rows);
    setFocused(null);
    const said = filled(words.pasted, { rows: cells.length });
    setHeard(placed.lost === 0 ? said : `${said} ${filled(words.lost, { lost: placed.lost })}`);
    changed();
  };
  const press = (event: KeyboardEvent) => {
    const at = cellAt(event.target);
    if (at === null) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "d") {
      event.preventDefault();
      setRows(fillDown(rows, at.row, at.field));
      changed();
      return;
    }
    if (event.key === "Enter") event.preventDefault();
    const next = nextCell(event, at, fields, typing.current);
    if (next === null || next.row < 0 || next.row >= MOST_LINES) return;
    event.preventDefault();
    goTo.current = cellName(next.row, next.field);
    // Below the last line there is always another; the effect above moves on when it is there.
    setRows((before) => (next.row < before.length ? [...before] : [...before, {}]));
  };
  const enter = (event: FocusEvent) => {
    typing.current = false;
    const at = cellAt(event.target);
    setFocused(at === null ? null : cellName(at.row, at.field));
  };
  const leave = () => setFocused(null);
  const hands = useHands({ change, paste, press, enter, leave });
  const said = useMemo(() => saidBy(state, words), [state, words]);

  return (
    <FormProvider value={{ state, texts, prefix: "" }}>
      {state.status === "refused" && inBrowser && <title>{`${texts.error}: ${documentTitle}`}</title>}
      <FormErrors ref={summary} />
      <form action={submit} onSubmit={draft.settle} noValidate>
        <input type="hidden" name="draft" value={draft.version} />
        {props.before}
        <p className="small muted" role="status">
          {heard || state.values.heard}
        </p>
        <ScrollRegion label={props.caption}>
          <table className="grid">
            <caption className="hidden">{props.caption}</caption>
            <GridHead words={words} years={years} />
            <tbody>
              {rows.map((row, index) => (
                <GridRow
                  key={index}
                  index={index}
                  row={row}
                  context={context}
                  words={words}
                  locale={locale}
                  focused={focusedOn(focused, index)}
                  said={said(index, row)}
                  hands={hands}
                />
              ))}
            </tbody>
            <GridTotals rows={rows} years={years} room={room} words={words} locale={locale} />
          </table>
        </ScrollRegion>
        <Choices id="gebieden" options={areas} />
        <Choices id="themas" options={themes} />
        <div className="actions above-m">
          {props.actions}
          <span className="small muted" role="status">
            {draft.note === null
              ? (state.values.saved ?? props.draft.saved)
              : draft.note.kind === "saved"
                ? draft.note.text
                : words[draft.note.kind]}
          </span>
        </div>
      </form>
    </FormProvider>
  );
}

/** The field of this line that is being typed in. */
const focusedOn = (focused: string | null, index: number): string | null =>
  focused?.startsWith(`lines.${index}.`) ? focused.slice(`lines.${index}.`.length) : null;
