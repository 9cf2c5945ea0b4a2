import { expect, it } from "vitest";
import { touchedOf } from "@/lib/input/report-touched";

const form = (fields: Readonly<Record<string, string>>) => {
  const made = new FormData();
  for (const [name, text] of Object.entries(fields)) made.set(name, text);
  return made;
};
const entries = (made: FormData | null) => Object.fromEntries(made ?? []);

it("leaves out what holds what the page gave, and keeps what the form says of itself", () => {
  const base = JSON.stringify({ "spent.a.t": "1,00", "note.a.t": "eerste\nregel" });
  const { touched, before } = touchedOf(
    form({ base, version: "3", "spent.a.t": "1,00", "note.a.t": "eerste\r\nregel ", "forecast.a.t": "2" }),
  );
  expect(entries(touched)).toEqual({ version: "3", "forecast.a.t": "2" });
  expect(entries(before)).toEqual({ version: "3", "forecast.a.t": "" });
});

it("keeps what was made empty", () => {
  const { touched, before } = touchedOf(form({ base: '{"spent.a.t":"1,00"}', "spent.a.t": "" }));
  expect(entries(touched)).toEqual({ "spent.a.t": "" });
  expect(entries(before)).toEqual({ "spent.a.t": "1,00" });
});

it("takes all projects of a line along with one of them, and none of another line", () => {
  const base = JSON.stringify({ "project.1.a.t": "School", "project.1.a.u": "Huis" });
  const fields = { "project.1.a.t": "School", "projectSpent.1.a.t": "5", "project.1.a.u": "Huis" };
  const { touched, before } = touchedOf(form({ base, ...fields }));
  expect(entries(touched)).toEqual({ "project.1.a.t": "School", "projectSpent.1.a.t": "5" });
  expect(entries(before)).toEqual({ "project.1.a.t": "School", "projectSpent.1.a.t": "" });
});

it.each([undefined, "", "[]", '{"a":1}', "geen json"])("does not know before when base is %s", (base) => {
  const given = form({ "spent.a.t": "1", ...(base === undefined ? {} : { base }) });
  expect(touchedOf(given)).toEqual({ touched: given, before: null });
});
