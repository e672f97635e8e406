import { useEffect, useRef } from 'react';
import { fromBase64, type Logo } from './read-logo.ts';

/** The picture as it is. By a blob's address: the window's policy takes no picture out of a text. */
export function LogoPreview({ logo, label }: { logo: Logo; label: string }) {
  const image = useRef<HTMLImageElement>(null);
  const { mime, base64 } = logo;
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([fromBase64(base64)], { type: mime }));
    if (image.current !== null) image.current.src = url;
    return () => {
      URL.revokeObjectURL(url);
    };
  }, [mime, base64]);
  return <img ref={image} className="logo-preview" alt={label} />;
}
