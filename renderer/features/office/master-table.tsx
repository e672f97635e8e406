import type { ReactNode } from 'react';
import { TableHead } from '../../ui/table-head.tsx';

export interface MasterTableProps {
  caption: string;
  columns: readonly string[];
  rows: readonly { id: string; cells: readonly ReactNode[] }[];
  /** Said where there is no row. */
  empty: string;
}

/** Master data to be read; nothing in it can be edited. */
export function MasterTable({ caption, columns, rows, empty }: MasterTableProps) {
  if (rows.length === 0) return <p className="muted">{empty}</p>;
  return (
    <table className="master-table">
      <caption>{caption}</caption>
      <TableHead columns={columns} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {row.cells.map((cell, index) => (
              <td key={columns[index]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
