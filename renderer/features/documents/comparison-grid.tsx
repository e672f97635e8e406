import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { cellText } from './cell-text.ts';
import type { ComparedCell, ComparedColumn, ComparedRow, Comparison } from './comparison.ts';
import { gridAfterKey, type GridPlace } from './grid-keys.ts';

interface Props {
  comparison: Comparison;
  /** Shows where a cell was read; cells of the registration have no place. */
  onShow: (cell: ComparedCell) => void;
}

/**
 * Fields down, papers across; what differs is lit on every side it differs on. Arrow keys move, Enter or a click takes
 * the viewer to the place.
 */
export function ComparisonGrid({ comparison: { columns, rows }, onShow }: Props) {
  const { t } = useTranslation('documents');
  const [at, setAt] = useState<GridPlace>({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const current = gridAfterKey(at, '', rows.length, columns.length) ?? {
    row: Math.min(at.row, rows.length - 1),
    column: Math.min(at.column, columns.length - 1),
  };

  const moved = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = gridAfterKey(current, event.key, rows.length, columns.length);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row}/${next.column}"]`)?.focus();
  };

  return (
    <table
      ref={table}
      className="comparison"
      role="grid"
      aria-label={t('comparison.title')}
      data-columns={columns.length}
      onKeyDown={moved}
    >
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>{t('comparison.field')}</VisuallyHidden>
          </th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.field} data-differs={row.differs}>
            <th scope="row">{t(`fields.${row.field}`)}</th>
            {columns.map((column, place) => (
              <GridCell
                key={column}
                row={row}
                column={column}
                name={`${index}/${place}`}
                isCurrent={current.row === index && current.column === place}
                onFocus={() => {
                  setAt({ row: index, column: place });
                }}
                onShow={onShow}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  row: ComparedRow;
  column: ComparedColumn;
  name: string;
  isCurrent: boolean;
  onFocus: () => void;
  onShow: (cell: ComparedCell) => void;
}

function GridCell({ row, column, name, isCurrent, onFocus, onShow }: CellProps) {
  const { t } = useTranslation('documents');
  const cell = row.cells[column];
  const canShow = cell !== undefined && cell.documentId !== null;
  const show = () => {
    if (cell && canShow) onShow(cell);
  };
  return (
    <td
      role="gridcell"
      data-cell={name}
      data-differs={cell?.differs ?? undefined}
      data-shows={canShow}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={onFocus}
      onClick={show}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        if (event.ctrlKey) return;
        event.preventDefault();
        show();
      }}
    >
      {cell ? <CellText row={row} cell={cell} /> : <span aria-label={t('comparison.empty')}>–</span>}
    </td>
  );
}

function CellText({ row, cell }: { row: ComparedRow; cell: ComparedCell }) {
  const { t } = useTranslation('documents');
  return (
    <>
      {cell.differs && <Icon name={cell.differs === 'fail' ? 'x-circle' : 'alert'} size="small" />}
      <span lang={row.field === 'nameHindi' ? 'hi' : undefined}>{cellText(row.field, cell.value, t)}</span>
      {cell.differs && <VisuallyHidden> {t(`comparison.differs.${cell.differs}`)}</VisuallyHidden>}
      {cell.other !== null && (
        <span className="comparison-other">
          {t('comparison.other', { text: cellText(row.field, cell.other, t) })}
        </span>
      )}
    </>
  );
}
