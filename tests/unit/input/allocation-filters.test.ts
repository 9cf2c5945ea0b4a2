import { describe, expect, it } from "vitest";
import { readAllocationFilters } from "@/lib/input/allocation-filters";

const known = { streams: [{ code: "OW" }], municipalities: [{ code: "OEF01" }] };
const read = (params: Readonly<Record<string, string | string[] | undefined>>) =>
  readAllocationFilters(params, known);
const NOTHING = { volgorde: "nummer", richting: "op", pagina: 1 };

describe("the address of the list of allocations", () => {
  it("asks for everything when it says nothing, or nothing but empty fields", () => {
    expect(read({})).toEqual({ filters: NOTHING, unread: false });
    expect(read({ geldstroom: "", gemeente: "", zoek: "  " })).toEqual({ filters: NOTHING, unread: false });
  });

  it("keeps what can be read", () => {
    expect(
      read({ geldstroom: "OW", gemeente: "OEF01", zoek: " Noord ", pagina: "3", richting: "af" }),
    ).toEqual({
      filters: { ...NOTHING, geldstroom: "OW", gemeente: "OEF01", zoek: "Noord", pagina: 3, richting: "af" },
      unread: false,
    });
  });

  it.each([
    [{ geldstroom: "XX" }],
    [{ gemeente: "OW" }],
    [{ zoek: "a".repeat(101) }],
    [{ volgorde: "prijs" }],
    [{ pagina: "0" }],
    [{ pagina: "-1" }],
    [{ pagina: "1e3" }],
    [{ zoek: ["a", "b"] }],
  ])("leaves out what it cannot use and says so: %o", (params) => {
    expect(read(params)).toEqual({ filters: NOTHING, unread: true });
  });

  it("takes out the character that no text has", () => {
    expect(read({ zoek: "No\u0000ord" }).filters.zoek).toBe("Noord");
  });
});
