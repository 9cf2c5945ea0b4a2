import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_VIEWS, pathOf, viewQuery, viewReasons } from "@/lib/domain/views/saved-view";

describe("a saved view", () => {
  it("keeps the question and not the visit, in one order", () => {
    expect(viewQuery("pagina=3&zoek=noord&gedaan=bewaard&geldstroom=OW&gemeente=")).toBe(
      "geldstroom=OW&zoek=noord",
    );
    expect(viewQuery("?open=b&open=a")).toBe("open=a&open=b");
    expect(viewQuery("")).toBe("");
  });

  it("is the same text for the same question, however it was asked", () => {
    const pairs = fc.uniqueArray(
      fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[\w &=?#%é]{1,12}$/)),
      {
        selector: ([name]) => name,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(pairs, (asked) => {
        const one = viewQuery(new URLSearchParams(asked).toString());
        expect(viewQuery(new URLSearchParams([...asked].reverse()).toString())).toBe(one);
        expect(viewQuery(one)).toBe(one);
      }),
    );
  });

  it("leads to its own list and nowhere else", () => {
    expect(pathOf({ list: "overview", subject: "../../x" })).toBe("/geldstromen/..%2F..%2Fx/overzicht");
    expect(pathOf({ list: "ledger", subject: "" })).toBe("/grootboek");
    expect(viewQuery("https://elders.example/?a=1")).not.toContain("elders");
  });

  it("has a name of its own, whatever the capitals, and there is an end to them", () => {
    const own = Array.from({ length: MOST_VIEWS }, (_, index) => ({ name: `Weergave ${index}` }));
    expect(viewReasons("Nieuw", own.slice(1))).toEqual([]);
    expect(viewReasons("weergave 0", own).map(({ code }) => code)).toEqual([
      "views.reasons.name_taken",
      "views.reasons.too_many",
    ]);
  });
});
