import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import type { DocumentView } from '../../../shared/ipc/views/documents.ts';
import { cardRegion } from './card-region.ts';
import { usePdfCut } from './use-pdf-cut.ts';

const shownHeight = 88;

/** The photo on the card, cut from the masked scan, whichever page of it the card stands on. */
export function CardPhoto({ view }: { view: DocumentView }) {
  const region = view.reading && cardRegion(view.reading);
  if (!region || !view.scan || view.url === null) return null;
  if (view.scan.mime === 'application/pdf') return <CutFromPdf url={view.url} region={region} />;
  return region.page === 0 ? <CutFromPicture url={view.url} region={region} /> : null;
}

interface CutProps {
  url: string;
  region: PageBox;
}

function CutFromPdf({ url, region }: CutProps) {
  const { t } = useTranslation('documents');
  const cut = usePdfCut(url, region, shownHeight);
  if (cut === null) return null;
  return (
    <figure>
      <span className="signature-cut" style={{ height: shownHeight }}>
        {cut !== undefined && <img src={cut} alt={t('signature.cardAlt')} />}
      </span>
      <figcaption>{t('signature.card')}</figcaption>
    </figure>
  );
}

function CutFromPicture({ url, region }: CutProps) {
  const { t } = useTranslation('documents');
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const scale = size ? shownHeight / (region.height * size.height) : 0;
  return (
    <figure>
      <span
        className="signature-crop"
        style={{ width: Math.max(40, region.width * (size?.width ?? 0) * scale), height: shownHeight }}
      >
        <img
          src={url}
          alt={t('signature.cardAlt')}
          onLoad={({ currentTarget }) => {
            setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight });
          }}
          style={{
            width: (size?.width ?? 0) * scale,
            height: (size?.height ?? 0) * scale,
            left: -region.x * (size?.width ?? 0) * scale,
            top: -region.y * (size?.height ?? 0) * scale,
          }}
        />
      </span>
      <figcaption>{t('signature.card')}</figcaption>
    </figure>
  );
}
