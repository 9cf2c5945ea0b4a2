import { afterAll, beforeAll, expect, it } from "vitest";
import { findKey } from "@/lib/queries/distribution/find-key";
import { listKeys } from "@/lib/queries/distribution/list-keys";
import { openPublishedWorld, type PublishedWorld } from "../claims/published-world";

let world: PublishedWorld;
beforeAll(async () => {
  world = await openPublishedWorld();
});
afterAll(() => world.close());

it("note 7 is 30 million per area and 27 per municipality; 30.000 homes stand at 43,8 beside 45 million", async () => {
  const auditor = await world.grant("proposal:read", "auditor");
  const { keys } = await listKeys(auditor, world.nplv);
  const stated = await Promise.all(
    keys.map(async ({ id, stream }) => {
      const { versions, mayWrite } = await findKey(auditor, world.nplv, id);
      expect(mayWrite).toBe(false);
      return [stream, versions.map(({ version, stated: said }) => [version, said?.total, said?.difference])];
    }),
  );
  expect(stated).toEqual([
    [expect.any(String), [[1, 43_800_000_00n, 1_200_000_00n]]],
    [
      expect.any(String),
      [
        [2, 27_000_000_00n, null],
        [1, 30_000_000_00n, null],
      ],
    ],
  ]);
});
