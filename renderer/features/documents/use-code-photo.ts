import { useEffect, useState } from 'react';

/**
 * The photo of a code as an address that an `img` can show. It stays in memory: the content policy allows pictures of
 * our own and blobs, not data addresses.
 */
export function useCodePhoto(photo: string | null): string | null {
  const [made, setMade] = useState<{ photo: string; url: string } | null>(null);

  useEffect(() => {
    if (photo === null) return;
    let url: string | null = null;
    const timer = setTimeout(() => {
      url = addressOf(photo);
      setMade({ photo, url });
    });
    return () => {
      clearTimeout(timer);
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [photo]);

  return made !== null && made.photo === photo ? made.url : null;
}

function addressOf(photo: string): string {
  const bytes = Uint8Array.from(atob(photo), (sign) => sign.charCodeAt(0));
  const type = bytes[0] === 0x89 ? 'image/png' : 'image/jpeg';
  return URL.createObjectURL(new Blob([bytes], { type }));
}
