import { expect, it } from "vitest";
import { placeText } from "@/lib/views/place-words";
import { PUBLISHED } from "../domain/claims/published-input";

it("where something stands in a source is said in the language of the reader", () => {
  expect(placeText("noot 7, eerste deel", "nl")).toBe("noot 7, eerste deel");
  expect(placeText("noot 7, eerste deel", "en")).toBe("note 7, first part");
  expect(placeText("noten 6 en 7", "en")).toBe("notes 6 and 7");
});

it("what is partly a name of its own stays whole", () => {
  expect(placeText("Voorbeeldstad, noot 1", "en")).toBe("Voorbeeldstad, noot 1");
});

it("every place of the leaflet has its words in English", () => {
  const places = PUBLISHED.claims.all
    .filter(({ source }) => source === "folder")
    .map(({ place }) => place ?? "");
  expect(places.length).toBeGreaterThan(8);
  expect(places.filter((place) => placeText(place, "en") === place)).toEqual([]);
});
