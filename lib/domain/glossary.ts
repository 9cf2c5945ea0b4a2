import { OWN_TERMS } from "./glossary-own";
import type { GlossaryTerm } from "./glossary-term";
import { SCHEME_TERMS } from "./glossary-terms";

/** Every word that a screen may explain: those of the schemes, and the few that Geldstroom brings itself. */
export const GLOSSARY: readonly GlossaryTerm[] = [...SCHEME_TERMS, ...OWN_TERMS];
