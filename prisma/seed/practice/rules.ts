import { dateOf } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/transaction";
import type { People } from "./people";
import { idOf, type Structure } from "./structure";

interface World {
  readonly tx: Tx;
  readonly structure: Structure;
  readonly people: People;
}

const STAGES = [
  {
    ruleCode: "S15",
    stage: "simulate",
    from: "2026-09-01",
    reason: "Eerst zien hoeveel gemeenten geld laten doorschuiven, voordat wij om uitleg vragen.",
  },
  {
    ruleCode: "X8",
    stage: "warn",
    from: "2026-10-01",
    reason: "Geld dat eerder wordt uitgegeven dan bedoeld, willen wij kunnen uitleggen aan de Kamer.",
  },
  {
    ruleCode: "S23",
    stage: "warn",
    from: "2026-11-29",
    reason:
      "Zonder jaren is een prognose niet naast het kasritme te leggen; de gemeenten weten dit sinds de zomer.",
  },
] as const;

/** One rule on trial, a new one that was agreed to ask at once, one that asks why, and a municipality that is exempt from the second until it expires. */
export async function loadRules({ tx, structure, people }: World): Promise<void> {
  for (const { ruleCode, stage, from, reason } of STAGES) {
    const made = await tx.ruleStage.create({
      data: {
        programmeId: structure.programmeId,
        ruleCode,
        stage,
        validFrom: dateOf(from),
        reason,
        proposedBy: idOf(people, "officer"),
        proposedAt: new Date("2026-08-20T09:00:00Z"),
      },
    });
    await tx.ruleStageDecision.create({
      data: {
        stageId: made.id,
        agreed: true,
        decidedBy: idOf(people, "officer.b"),
        decidedAt: new Date("2026-08-25T13:30:00Z"),
      },
    });
  }
  const waiver = await tx.ruleWaiver.create({
    data: {
      programmeId: structure.programmeId,
      streamId: idOf(structure.streams, "OW"),
      municipalityId: idOf(structure.organisations, "OEF03"),
      ruleCode: "X8",
      reason: "De school opende een jaar eerder dan gepland; de raad heeft het geld voor 2027 voorgeschoten.",
      expiresOn: dateOf("2027-06-30"),
      requestedBy: idOf(people, "coordinator.proefrade"),
      requestedAt: new Date("2026-10-12T08:15:00Z"),
    },
  });
  await tx.ruleWaiverDecision.create({
    data: {
      waiverId: waiver.id,
      granted: true,
      decidedBy: idOf(people, "officer2"),
      decidedAt: new Date("2026-10-15T10:00:00Z"),
    },
  });
}
