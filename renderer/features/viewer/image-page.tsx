import type { ReactNode } from 'react';
import { isTooLarge, rotated, type Rotation, type Size } from './page-geometry.ts';
import type { Broken } from './open-pdf.ts';

interface Props {
  url: string;
  label: string;
  size: Size | null;
  scale: number;
  rotation: Rotation;
  /** Brightness and contrast. */
  filter: string | undefined;
  /** What lies over the page: frames, and boxes being drawn. */
  over: ReactNode;
  onSize: (size: Size) => void;
  onBroken: (broken: Broken) => void;
}

/** A JPEG or PNG, turned and scaled by the compositor. The frame has the turned size, so that scrolling is right. */
export function ImagePage({ url, label, size, scale, rotation, filter, over, onSize, onBroken }: Props) {
  const turned = size ? rotated(size, rotation) : { width: 0, height: 0 };
  return (
    <div
      className="viewer-page"
      style={{ width: turned.width * scale, height: turned.height * scale }}
      data-ready={size !== null}
    >
      <img
        className="viewer-image"
        src={url}
        alt={label}
        draggable={false}
        style={{
          width: (size?.width ?? 0) * scale,
          height: (size?.height ?? 0) * scale,
          transform: `translate(-50%, -50%) rotate(${rotation}deg)`,
          filter,
        }}
        onLoad={(event) => {
          const picture = {
            width: event.currentTarget.naturalWidth,
            height: event.currentTarget.naturalHeight,
          };
          if (isTooLarge(picture)) onBroken('tooLarge');
          else
            void isWhole(event.currentTarget).then((whole) => (whole ? onSize(picture) : onBroken('image')));
        }}
        onError={() => {
          onBroken('image');
        }}
      />
      {over}
    </div>
  );
}

/**
 * A picture that was cut loads all the same, grey from the cut on, and nothing says so: what is missing would be taken
 * for what the applicant sent. As a bitmap it is refused unless every line of it could be decoded.
 */
async function isWhole(picture: HTMLImageElement): Promise<boolean> {
  try {
    const bitmap = await createImageBitmap(picture);
    bitmap.close();
    return true;
  } catch {
    return false;
  }
}
