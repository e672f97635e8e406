import { useEffect, useState } from 'react';
import { openPdf, type OpenedPdf } from './open-pdf.ts';

/** Opens a PDF while the component is shown, and gives its memory back after. Null while it opens. */
export function usePdf(url: string, mostPages: number): OpenedPdf | null {
  const [opened, setOpened] = useState<{ url: string; result: OpenedPdf } | null>(null);

  useEffect(() => {
    let isCurrent = true;
    const handle = openPdf(url, mostPages);
    void handle.opened.then((result) => {
      if (isCurrent) setOpened({ url, result });
    });
    return () => {
      isCurrent = false;
      handle.close();
    };
  }, [url, mostPages]);

  return opened?.url === url ? opened.result : null;
}
