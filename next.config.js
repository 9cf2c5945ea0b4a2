import createNextIntlPlugin from "next-intl/plugin";

/** For every answer, also files; the Content-Security-Policy is made per request in proxy.ts. */
const SECURITY_HEADERS = {
  "strict-transport-security": "max-age=63072000; includeSubDomains; preload",
  "x-content-type-options": "nosniff",
  // Not "no-referrer": browsers then send "Origin: null" with a form that is posted without script, and Next refuses it.
  "referrer-policy": "same-origin",
  "x-frame-options": "DENY",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/** @type {import("next").NextConfig} */
const config = {
  output: "standalone",
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  typedRoutes: false,
  // Reads its own data files, and fonts from where they are installed.
  serverExternalPackages: ["pdfkit"],
  outputFileTracingIncludes: {
    "/programma/\\[programme\\]/export/\\[file\\]": [
      "./node_modules/@fontsource/fira-sans/files/fira-sans-latin-400-normal.woff",
      "./node_modules/@fontsource/fira-sans/files/fira-sans-latin-600-normal.woff",
      "./node_modules/@fontsource/fira-sans/files/fira-sans-latin-ext-400-normal.woff",
      "./node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc",
    ],
    // The thread that reads workbooks is started by its path: what it is made of stands in the server as it stands here.
    "/programma/\\[programme\\]/toekenningen/werkboek/inlezen/bestand": [
      "./scripts/resolve-hook.mjs",
      "./scripts/server-only.mjs",
      "./lib/files/decoded.ts",
      "./lib/files/entry/*.ts",
      "./lib/domain/entry/*.ts",
      "./lib/domain/*.ts",
    ],
    "/programma/\\[programme\\]/rapportages/\\[report\\]/werkboek/inleveren": [
      "./scripts/resolve-hook.mjs",
      "./scripts/server-only.mjs",
      "./lib/files/decoded.ts",
      "./lib/files/entry/*.ts",
      "./lib/files/report-workbook/*.ts",
      "./lib/domain/entry/*.ts",
      "./lib/domain/report-workbook/*.ts",
      "./lib/domain/reports/*.ts",
      "./lib/domain/*.ts",
    ],
    "/programma/\\[programme\\]/grootboek-gemeente/bestand": [
      "./scripts/resolve-hook.mjs",
      "./scripts/server-only.mjs",
      "./lib/files/decoded.ts",
      "./lib/files/entry/*.ts",
      "./lib/files/own-ledger/*.ts",
      "./lib/domain/entry/*.ts",
      "./lib/domain/own-ledger/*.ts",
      "./lib/domain/*.ts",
    ],
  },
  // A workbook may weigh 10 MB, and the form around it a little more; what is larger goes past the proxy.
  // A file of figures to divide by is sent with its form to an action, which says itself what is too large.
  experimental: { proxyClientMaxBodySize: "11mb", serverActions: { bodySizeLimit: "11mb" } },
  images: { unoptimized: true },
  // Titles belong in the first bytes of the page: without script nothing would move them there later.
  htmlLimitedBots: /.*/,
  headers: async () => [
    { source: "/:path*", headers: Object.entries(SECURITY_HEADERS).map(([key, value]) => ({ key, value })) },
  ],
};

export default createNextIntlPlugin("./i18n/request.ts")(config);
