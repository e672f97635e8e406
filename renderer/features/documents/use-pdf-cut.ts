import { useEffect, useState } from 'react';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import { cutFromPdf } from './cut-from-pdf.ts';

/**
 * A part of a PDF's page as an address that an `img` can show, in memory only.
 * @returns null where it cannot be drawn, undefined until it is.
 */
export function usePdfCut(
  url: string,
  { page, x, y, width, height }: PageBox,
  shown: number,
): string | null | undefined {
  const key = [url, page, x, y, width, height].join(' ');
  const [made, setMade] = useState<{ key: string; url: string | null } | null>(null);

  useEffect(() => {
    const abort = new AbortController();
    let address: string | null = null;
    void cutFromPdf(url, { page, x, y, width, height }, shown, abort.signal).then((picture) => {
      if (abort.signal.aborted) return;
      address = picture && URL.createObjectURL(picture);
      setMade({ key: [url, page, x, y, width, height].join(' '), url: address });
    });
    return () => {
      abort.abort();
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [url, page, x, y, width, height, shown]);

  return made?.key === key ? made.url : undefined;
}
