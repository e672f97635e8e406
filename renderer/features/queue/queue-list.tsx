import { useTable } from '@tanstack/react-table';
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useMemo, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { ReadRow } from '../../app/read-model/read-model.ts';
import { columnIds, queueColumns, queueFeatures } from './queue-columns.tsx';
import { rowsOf } from './queue-keys.ts';
import { QueueRow, QueueRowShell } from './queue-row.tsx';
import { RowWordsProvider, useMakeRowWords } from './row-words.ts';
import type { Move } from './selection.ts';
import { useVirtualRows } from './use-virtual-rows.ts';
import { windowAround } from './visible-window.ts';

const rowHeight = 52;
const noRows: ReadRow[] = [];

interface Props {
  keys: readonly RequestId[];
  selectedId: RequestId | null;
  gridRef: RefObject<HTMLDivElement | null>;
  onSelect: (id: RequestId) => void;
  onMove: (move: Move) => void;
  onOpen: (id: RequestId) => void;
}

/** The virtual list: only the rows in sight, and a block around them, are read and drawn. */
export function QueueList({ keys, selectedId, gridRef, onSelect, onMove, onOpen }: Props) {
  const { t } = useTranslation('queue');
  const words = useMakeRowWords();
  const scroller = useRef<HTMLDivElement>(null);
  const keyOf = useCallback((index: number) => keys[index] ?? index, [keys]);
  const { items, height, scrollTo } = useVirtualRows({
    count: keys.length,
    rowHeight,
    keyOf,
    scroller: () => scroller.current,
  });
  const { start, end } = windowAround(items[0]?.index ?? 0, items.at(-1)?.index ?? 0, keys.length);
  const wanted = useMemo(() => keys.slice(start, end), [keys, start, end]);
  const rows = useLiveQuery(() => rowsOf(wanted), [wanted]) ?? noRows;
  const table = useTable({
    features: queueFeatures,
    columns: queueColumns,
    data: rows,
    getRowId: (row: ReadRow) => row.id,
  });
  const { rowsById } = table.getRowModel();

  const selectedIndex = selectedId === null ? -1 : keys.indexOf(selectedId);
  useEffect(() => {
    if (selectedIndex >= 0) scrollTo(selectedIndex);
  }, [scrollTo, selectedIndex]);

  const onKeyDown = (event: KeyboardEvent) => {
    const move = moveOfKey(event.key, pageRows(scroller.current));
    if (move !== null) onMove(move);
    else if (event.key === 'Enter' && selectedId !== null) onOpen(selectedId);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={gridRef}
      className="queue-grid"
      role="grid"
      aria-label={t('title')}
      aria-rowcount={keys.length + 1}
      aria-colcount={columnIds.length}
      aria-activedescendant={selectedIndex >= 0 ? rowDomId(keys[selectedIndex]) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className="queue-head queue-columns" role="row" aria-rowindex={1}>
        {columnIds.map((id) => (
          <div key={id} role="columnheader" className="queue-cell" data-column={id}>
            {t(`columns.${id}`)}
          </div>
        ))}
      </div>
      <div ref={scroller} className="queue-scroll" role="rowgroup" tabIndex={-1}>
        <RowWordsProvider value={words}>
          <div className="queue-canvas" style={{ height }}>
            {items.map((item) => {
              const id = keys[item.index];
              if (id === undefined) return null;
              const row = rowsById[id];
              const place = { domId: rowDomId(id), index: item.index, top: item.start };
              return row ? (
                <QueueRow
                  key={id}
                  row={row}
                  {...place}
                  isSelected={id === selectedId}
                  onSelect={onSelect}
                  onOpen={onOpen}
                />
              ) : (
                <QueueRowShell key={id} {...place} isSelected={id === selectedId} />
              );
            })}
          </div>
        </RowWordsProvider>
      </div>
    </div>
  );
}

function rowDomId(id: RequestId | undefined): string {
  return `queue-row-${id ?? ''}`;
}

function pageRows(element: HTMLElement | null): number {
  return Math.max(1, Math.floor((element?.clientHeight ?? rowHeight) / rowHeight) - 1);
}

function moveOfKey(key: string, page: number): Move | null {
  switch (key) {
    case 'ArrowDown':
      return 'next';
    case 'ArrowUp':
      return 'previous';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    case 'PageDown':
      return { by: page };
    case 'PageUp':
      return { by: -page };
    default:
      return null;
  }
}
