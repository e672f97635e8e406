import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import type { ReadRow } from '../../app/read-model/read-model.ts';
import { CentreCell, DueCell, LspCell, NameCell, StatusCell } from './queue-cells.tsx';

/** Sorting and filtering are the read model's work: the table needs the core only. */
export const queueFeatures = tableFeatures({});

const column = createColumnHelper<typeof queueFeatures, ReadRow>();

/** Ids are the keys of the headings in `queue.columns`, and of the widths in `queue.css`. */
export const queueColumns = column.columns([
  column.display({ id: 'due', cell: ({ row }) => <DueCell row={row.original} /> }),
  column.accessor('requestNo', {
    id: 'requestNo',
    cell: ({ row }) => <span className="queue-number">{row.original.requestNo}</span>,
  }),
  column.accessor('kioskCode', {
    id: 'kioskCode',
    cell: ({ row }) => <span className="queue-number">{row.original.kioskCode}</span>,
  }),
  column.display({ id: 'centre', cell: ({ row }) => <CentreCell row={row.original} /> }),
  column.display({ id: 'applicant', cell: ({ row }) => <NameCell name={row.original.applicantName} /> }),
  column.display({ id: 'lsp', cell: ({ row }) => <LspCell row={row.original} /> }),
  column.accessor('category', { id: 'category', cell: ({ row }) => row.original.category }),
  column.display({ id: 'status', cell: ({ row }) => <StatusCell row={row.original} /> }),
]);

export const columnIds = [
  'due',
  'requestNo',
  'kioskCode',
  'centre',
  'applicant',
  'lsp',
  'category',
  'status',
] as const;
