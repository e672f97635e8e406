import { FlexRender, type Row } from '@tanstack/react-table';
import { memo } from 'react';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { ReadRow } from '../../app/read-model/read-model.ts';
import type { queueFeatures } from './queue-columns.tsx';

interface Place {
  domId: string;
  index: number;
  /** Pixels from the top of the canvas. */
  top: number;
  isSelected: boolean;
}

interface Props extends Place {
  row: Row<typeof queueFeatures, ReadRow>;
  onSelect: (id: RequestId) => void;
  onOpen: (id: RequestId) => void;
}

/** One request. Scrolling draws the new rows only: every window of rows brings new objects for the same revisions. */
export const QueueRow = memo(function QueueRow({ row, onSelect, onOpen, ...place }: Props) {
  const { id } = row.original;
  return (
    <div
      {...rowAttributes(place)}
      onMouseDown={() => {
        onSelect(id);
      }}
      onDoubleClick={() => {
        onOpen(id);
      }}
    >
      {row.getAllCells().map((cell) => (
        <div key={cell.id} role="gridcell" className="queue-cell" data-column={cell.column.id}>
          <FlexRender cell={cell} />
        </div>
      ))}
    </div>
  );
}, isSameRow);

function isSameRow(before: Props, after: Props): boolean {
  return (
    before.row.original.id === after.row.original.id &&
    before.row.original.revision === after.row.original.revision &&
    before.isSelected === after.isSelected &&
    before.index === after.index &&
    before.top === after.top &&
    before.onSelect === after.onSelect &&
    before.onOpen === after.onOpen
  );
}

/** Stands in for a row that is not read yet, so that the list keeps its height. */
export function QueueRowShell(place: Place) {
  return <div {...rowAttributes(place)} aria-busy="true" />;
}

/** The heading is row 1. */
function rowAttributes({ domId, index, top, isSelected }: Place) {
  return {
    id: domId,
    role: 'row',
    className: 'queue-row queue-columns',
    'aria-rowindex': index + 2,
    'aria-selected': isSelected,
    style: { transform: `translateY(${top}px)` },
  };
}
