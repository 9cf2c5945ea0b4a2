/**
 * `npm run verifier`: makes the two files that check an export without this site from the sources in verifier/. They lie in
 * public/, are served as they are and go into every package; a test compares them with what the sources make.
 */
import { writeFileSync } from "node:fs";
import { inProject } from "./start/project.ts";
import { makeVerifier } from "./verifier/make.ts";

for (const [name, content] of await makeVerifier()) {
  writeFileSync(inProject("public", name), content);
  console.log(`public/${name}`);
}
