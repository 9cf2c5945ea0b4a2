import localFont from "next/font/local";

/** Fira Sans from its package, so that nothing is fetched from elsewhere. */
export const firaSans = localFont({
  src: [
    { path: "../node_modules/@fontsource/fira-sans/files/fira-sans-latin-400-normal.woff2", weight: "400" },
    { path: "../node_modules/@fontsource/fira-sans/files/fira-sans-latin-500-normal.woff2", weight: "500" },
    { path: "../node_modules/@fontsource/fira-sans/files/fira-sans-latin-600-normal.woff2", weight: "600" },
  ],
  variable: "--gs-font-face",
  display: "swap",
});
