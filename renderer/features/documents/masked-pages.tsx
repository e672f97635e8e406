import { useTranslation } from 'react-i18next';
import type { Masking } from '../../../shared/domain/documents/document-reading.ts';
import { PageMarks } from '../viewer/page-marks.tsx';
import { PageTurner } from './page-turner.tsx';

interface Props {
  pages: readonly { url: string }[];
  masking: Masking;
  /** From 0. */
  page: number;
  onTurn: (page: number) => void;
}

/** The pages as they would be kept, with what was burned out outlined. */
export function MaskedPages({ pages, masking, page, onTurn }: Props) {
  const { t } = useTranslation('documents');
  const shown = pages[Math.min(page, pages.length - 1)];
  const marks = masking.regions.map((region, index) => ({
    id: String(index),
    kind: 'masked' as const,
    box: region.box,
    label: t(`masked.${region.what}`),
  }));
  return (
    <div className="sheet">
      <PageTurner page={page} pages={pages.length} onTurn={onTurn} />
      {shown && (
        <div className="sheet-page">
          <img src={shown.url} alt={t('masked.alt', { page: page + 1, pages: pages.length })} />
          <PageMarks marks={marks} page={page + 1} rotation={0} />
        </div>
      )}
    </div>
  );
}
