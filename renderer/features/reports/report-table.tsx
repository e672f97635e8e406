import { formatNumber } from '../../../shared/text/format.ts';
import { TableHead } from '../../ui/table-head.tsx';

export interface ReportTableProps {
  caption: string;
  /** The first names the row, the others head numbers. */
  columns: readonly string[];
  rows: readonly ReportTableRow[];
  /** Sums below the rows. */
  total?: ReportTableRow;
}

export interface ReportTableRow {
  id: string;
  name: string;
  cells: readonly (number | string)[];
}

/** The figures of a chart, to be read. */
export function ReportTable({ caption, columns, rows, total }: ReportTableProps) {
  return (
    <table className="report-table">
      <caption>{caption}</caption>
      <TableHead columns={columns} />
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
      {total && (
        <tfoot>
          <Row row={total} />
        </tfoot>
      )}
    </table>
  );
}

function Row({ row }: { row: ReportTableRow }) {
  return (
    <tr>
      <th scope="row">{row.name}</th>
      {row.cells.map((cell, index) => (
        <td key={`${row.id}-${index}`}>{typeof cell === 'number' ? formatNumber(cell) : cell}</td>
      ))}
    </tr>
  );
}
