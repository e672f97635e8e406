import { useEffect, type ReactNode } from 'react';
import type { Broken } from './open-pdf.ts';
import type { Rotation, Size } from './page-geometry.ts';
import { PdfPage } from './pdf-page.tsx';
import { usePdf } from './use-pdf.ts';

interface Props {
  url: string;
  mostPages: number;
  number: number;
  label: string;
  size: Size | null;
  scale: number;
  rotation: Rotation;
  filter: string | undefined;
  over: ReactNode;
  onSize: (size: Size) => void;
  onPages: (pages: number) => void;
  onBroken: (broken: Broken) => void;
}

/** Opens a PDF and shows one of its pages. */
export function PdfScan({ url, mostPages, number, onPages, ...page }: Props) {
  const opened = usePdf(url, mostPages);
  const { onBroken } = page;

  useEffect(() => {
    if (opened === null) return;
    if (opened.ok) onPages(opened.document.numPages);
    else onBroken(opened.broken);
  }, [opened, onPages, onBroken]);

  if (!opened?.ok) return null;
  return <PdfPage document={opened.document} page={number} {...page} />;
}
