import { asSystem } from "../transaction";

/** The language in which somebody reads is the one in which mails are written to them. */
export const keepLanguage = (personId: string, language: "nl" | "en"): Promise<void> =>
  asSystem(async (tx) => {
    await tx.$executeRaw`UPDATE person SET language = ${language} WHERE id = ${personId}::uuid AND language <> ${language}`;
  });
