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
import "./styles/programme.css";
import "./styles/sheet.css";
import "./styles/media.css";

/** The nonce of the Content-Security-Policy is new for every request, so no page can be made beforehand. */
export const dynamic = "force-dynamic";

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  const title = t("documentTitle", { title: "%s" });
  return {
    title: { template: (await afterRefusal()) ? `${t("error")}: ${title}` : title, default: "Geldstroom" },
    description: t("description"),
    applicationName: "Geldstroom",
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

/** A form posted without script comes back as a page only when it was refused, and then the title has to say so. */
async function afterRefusal(): Promise<boolean> {
  return (await headers()).get("x-plain-post") === "1";
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  await headers();
  return (
    <html lang={await getLocale()} className={firaSans.variable}>
      <body>{children}</body>
    </html>
  );
}
