import { getLocale, getTranslations } from "next-intl/server";
import { Pagination } from "@/components/signs/pagination";
import { BOOKINGS_PER_PAGE } from "@/lib/queries/own-ledger/imports";
import { count } from "@/lib/views/digits";

type BookingPagesProps = { page: number; total: number; address: string };

/** Long lists of bookings, page by page. `address` ends where the number of the page can be added. */
export async function BookingPages({ page, total, address }: BookingPagesProps) {
  const [t, locale] = [await getTranslations("ownLedger.bookings"), await getLocale()];
  if (total <= BOOKINGS_PER_PAGE) return null;
  const [from, to] = [(page - 1) * BOOKINGS_PER_PAGE + 1, Math.min(page * BOOKINGS_PER_PAGE, total)];
  return (
    <Pagination
      summary={t("pages", { from: count(from, locale), to: count(to, locale), total: count(total, locale) })}
      previous={page > 1 ? `${address}pagina=${page - 1}` : undefined}
      next={to < total ? `${address}pagina=${page + 1}` : undefined}
    />
  );
}
