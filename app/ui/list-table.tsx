import type { ReactNode } from "react";

type Column<Row> = { name: string; cell: (row: Row) => ReactNode };

type ListTableProps<Row> = {
  /** What the rows are, for those who only hear it; the page has a heading that says so. */
  caption: string;
  rows: Row[];
  /** The first one names the row. */
  columns: [Column<Row>, ...Column<Row>[]];
};

/** A list to look things up in: columns with names, and on a narrow page every row a card that says them again. */
export function ListTable<Row extends { id: string }>({ caption, rows, columns }: ListTableProps<Row>) {
  const [title, ...others] = columns;
  return (
    <table className="w-full border-b border-line text-sm max-lg:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-ink-soft max-lg:hidden">
        <tr>
          {columns.map(({ name }) => (
            <th key={name} scope="col" className="py-2 pe-4 text-start font-normal last:pe-0">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-lg:block">
        {rows.map((row) => (
          <tr key={row.id} className="border-t border-line max-lg:block max-lg:py-2">
            <th scope="row" className="py-1 pe-4 text-start font-semibold wrap-anywhere max-lg:block">
              {title.cell(row)}
            </th>
            {others.map(({ name, cell }) => (
              <td key={name} className="py-1 pe-4 text-ink-soft last:pe-0 max-lg:flex max-lg:gap-2">
                <span className="w-28 shrink-0 lg:hidden">{name}</span>
                <span>{cell(row)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How the link looks that leads from a row to its page. */
export const rowLink = "inline-flex min-h-target items-center text-base";
