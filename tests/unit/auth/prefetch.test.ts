import { expect, it } from "vitest";
import { isPrefetch } from "@/lib/auth/origin";

it.each([
  ["sec-purpose", "prefetch;prerender", true],
  ["purpose", "prefetch", true],
  ["next-router-prefetch", "1", true],
  ["sec-fetch-dest", "document", false],
])("knows a page that is fetched ahead: %s %s", (name, value, ahead) => {
  expect(isPrefetch(new Headers([[name, value]]))).toBe(ahead);
});
