import "server-only";
import { keepLanguage } from "@/lib/db/people/language";
import { currentPerson } from "./session";

/** Keeps the language that somebody who is signed in chose, for the mails they get. */
export async function rememberLanguage(language: "nl" | "en"): Promise<void> {
  const person = await currentPerson();
  if (person !== null) await keepLanguage(person.personId, language);
}
