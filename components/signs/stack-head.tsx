type StackHeadProps = {
  /** Titles of the columns in their order; that of amounts stands to the right. */
  columns: readonly (string | { readonly amount: string })[];
};

/** The head of a table whose rows are blocks on a phone: there its titles stand in the rows, and the roles keep it a table. */
export function StackHead({ columns }: StackHeadProps) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column, index) =>
          typeof column === "string" ? (
            <th scope="col" role="columnheader" key={index}>
              {column}
            </th>
          ) : (
            <th scope="col" role="columnheader" className="amount" key={index}>
              {column.amount}
            </th>
          ),
        )}
      </tr>
    </thead>
  );
}
