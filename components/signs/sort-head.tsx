import type { ReactNode } from "react";
import { Icon } from "./icon";

type SortHeadProps = {
  href: string;
  /** How the rows are ordered by this column now; absent when they are ordered by another. */
  sorted?: "ascending" | "descending";
  numeric?: boolean;
  children: ReactNode;
};

/** The head of a column that can order the table; the order is in the address. The role keeps it one where rows become blocks. */
export function SortHead({ href, sorted, numeric = false, children }: SortHeadProps) {
  return (
    <th scope="col" role="columnheader" className={numeric ? "amount" : undefined} aria-sort={sorted}>
      <a href={href}>{children}</a>
      {sorted !== undefined && <Icon name={sorted === "ascending" ? "up" : "down"} />}
    </th>
  );
}
