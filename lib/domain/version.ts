/** What wrote a file; a test holds it to package.json. */
export const SOFTWARE = "Geldstroom 0.1.0";
