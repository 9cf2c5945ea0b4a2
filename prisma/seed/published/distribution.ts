import { writeVersion } from "@/lib/db/distribution/write";
import type { Tx } from "@/lib/db/transaction";
import type { Claim } from "@/lib/domain/claims/claim";
import type { Grain, KeyDefinition, KeyPart } from "@/lib/domain/distribution/key";
import type { Cents } from "@/lib/domain/money";

interface PublishedKey {
  readonly stream: string;
  readonly name: string;
  readonly versions: readonly {
    readonly definition: KeyDefinition;
    readonly legalSource: string;
    readonly reason: string;
  }[];
}

const FOLDER = "Folder ‘Eén jaar op weg’ (2022–2023)";
/** The leaflet names years and no day; a version needs one, and its explanation says so. */
const FIRST_DAY = "2022-01-01";
const NO_DAY = "De folder noemt 2022–2023 en geen dag; hier staat de eerste dag van die jaren.";

const key = (grain: Grain, parts: readonly KeyPart[], statedPot: Cents | null): KeyDefinition => ({
  format: "geldstroom-key-v1",
  grain,
  among: null,
  parts,
  statedPot,
});

/** The keys that a publication states as a rule, with its own figures; nothing that would have to be guessed. */
export function publishedKeys(claims: readonly Claim[]): PublishedKey[] {
  const claim = (code: string): Claim => {
    const found = claims.find((one) => one.code === code);
    if (found === undefined) throw new Error(`published keys: no claim ${code}`);
    return found;
  };
  const amount = (code: string, value: Cents | null): Cents => {
    if (value === null) throw new Error(`published keys: ${code} names no amount per unit`);
    return value;
  };
  const perClass: KeyPart = {
    kind: "fixed_per_class",
    g4: amount("folder-noot-7-g4", claim("folder-noot-7-g4").unitAmount),
    other: amount("folder-noot-7-andere", claim("folder-noot-7-andere").unitAmount),
  };
  const homes = claim("folder-noot-3");
  const perHome: KeyPart = {
    kind: "per_unit",
    input: "woningen",
    cents: amount("folder-noot-3", homes.unitAmount),
    statedUnits: homes.units,
  };
  return [
    {
      stream: "S3",
      name: "Bedrag per woning (folder, noot 3)",
      versions: [
        {
          definition: key("municipality", [perHome], homes.amount),
          legalSource: `${FOLDER}, noot 3: “${homes.quote ?? ""}”`,
          reason: `Norm keer aantal staat naast het bedrag uit dezelfde zin. Het aantal woningen per gemeente is niet gepubliceerd. ${NO_DAY}`,
        },
      ],
    },
    {
      stream: "S7",
      name: "Vast bedrag per klasse (folder, noot 7)",
      versions: [
        {
          definition: key("area", [perClass], null),
          legalSource: `${FOLDER}, noot 7: “${claim("folder-noot-7").quote ?? ""}”`,
          reason: `Gelezen per gebied, zoals de zin het schrijft. ${NO_DAY}`,
        },
        {
          definition: key("municipality", [perClass], null),
          legalSource: `${FOLDER}, noot 7: “${claim("folder-noot-7").quote ?? ""}”`,
          reason: `Dezelfde zin gelezen per gemeente. De folder beslist niet tussen de twee lezingen; beide blijven staan. ${NO_DAY}`,
        },
      ],
    },
  ];
}

/** Writes them after the programme itself. */
export async function loadPublishedKeys(tx: Tx, claims: readonly Claim[]): Promise<void> {
  const { id: programmeId } = await tx.programme.findUniqueOrThrow({ where: { code: "nplv" } });
  for (const { stream, name, versions } of publishedKeys(claims)) {
    const { id: streamId } = await tx.stream.findUniqueOrThrow({
      where: { programmeId_code: { programmeId, code: stream } },
    });
    const made = await tx.distributionKey.create({
      data: { programmeId, streamId, name },
      select: { id: true },
    });
    for (const [index, version] of versions.entries())
      await writeVersion(tx, {
        ...version,
        keyId: made.id,
        version: index + 1,
        effectiveOn: FIRST_DAY,
        createdBy: null,
      });
  }
}
