import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { firaSans } from "./fonts";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/figures.css";
import "./styles/signs.css";
import "./styles/lists.css";
import "./styles/tables.css";
import "./styles/forms.css";
import "./styles/desks.css";
import "./styles/charts.css";
import "./styles/sheet.css";
import "./styles/media.css";

/** The nonce of the Content-Security-Policy is new for every request, so no page can be made beforehand. */
export const dynamic = "force-dynamic";

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { template: "%s - Geldstroom", default: "Geldstroom" },
    description: t("description"),
    applicationName: "Geldstroom",
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  await headers();
  return (
    <html lang={await getLocale()} className={firaSans.variable}>
      <body>{children}</body>
    </html>
  );
}
