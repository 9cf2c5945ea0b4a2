import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { statedBalance } from "@/lib/input/own-balance";

const read = (amount: string) =>
  statedBalance.safeParse({
    idempotencyKey: randomUUID(),
    moment: `${randomUUID()}/${randomUUID()}`,
    amount,
    accountReference: "4.110",
  });

it("what was spent up to a date is zero or more", () => {
  for (const less of ["-5,00", "-0,01"])
    expect(read(less).error?.issues).toMatchObject([
      { path: ["amount"], message: "ownLedger.form.amountNegative" },
    ]);
  expect(read("0,00").data?.amount).toBe(0n);
  expect(read("5,00").data?.amount).toBe(500n);
});
