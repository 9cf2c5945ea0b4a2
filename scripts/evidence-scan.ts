/**
 * Asks the virus scanner about every document of evidence without a verdict: those that wait because the scanner was
 * away, and those that came while none was set up. For a timer; it ends with another code than 0 while some still wait.
 */

import { scanEvidence } from "@/lib/commands/evidence/scan-evidence";
import { closePool } from "@/lib/db/pool";
import { scannerAddress } from "@/lib/files/evidence/settings";

try {
  if (scannerAddress() === null)
    console.log("No scanner is set: see CLAMD_HOST and CLAMD_SOCKET in README.md.");
  const { clean, infected, unscanned, waiting } = await scanEvidence();
  console.log(
    `${clean} clean, ${infected} infected, ${unscanned} marked as not scanned, ${waiting} still waiting.`,
  );
  if (waiting > 0) process.exitCode = 1;
} finally {
  await closePool();
}
