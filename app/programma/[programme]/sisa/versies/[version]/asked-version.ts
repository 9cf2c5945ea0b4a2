import { z } from "zod";
import type { Grant } from "@/lib/domain/access";
import { NotFound } from "@/lib/domain/refusal";
import { type FrozenDelivery, findDelivery } from "@/lib/queries/sisa/find-delivery";

/** @throws NotFound also for what is no id at all */
export const askedVersion = (
  grant: Grant<"report:read">,
  programmeId: string,
  id: string,
): Promise<FrozenDelivery> =>
  z.uuid().safeParse(id).success ? findDelivery(grant, programmeId, id) : Promise.reject(new NotFound(id));
