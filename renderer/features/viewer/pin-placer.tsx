import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uprightBox, type Fractions } from './box-geometry.ts';
import { boxAround } from './edit-box.ts';
import { EditableBoxes } from './editable-boxes.tsx';
import type { Rotation } from './page-geometry.ts';

interface Props {
  rotation: Rotation;
  /** The middle of what is in sight, on the page as it is turned. */
  start: { x: number; y: number };
  onPlaced: (box: Fractions) => void;
  onCancel: () => void;
}

const pinWidth = 0.16;
const pinHeight = 0.06;
/** A drag shorter than this was a click: the pin gets its usual size. */
const clickSide = 0.02;

/** A frame to put on the place that a note is about: click or draw, or move it with the arrows and press Enter. */
export function PinPlacer({ rotation, start, onPlaced, onCancel }: Props) {
  const { t } = useTranslation('viewer');
  const [box, setBox] = useState<Fractions>(() => boxAround(start, pinWidth, pinHeight));
  return (
    <EditableBoxes
      boxes={[box]}
      focused={0}
      labelOf={() => t('pin.frame')}
      canDraw
      onChange={(_, next) => {
        setBox(next);
      }}
      onDraw={(drawn) => {
        const isClick = drawn.width < clickSide && drawn.height < clickSide;
        onPlaced(uprightBox(isClick ? boxAround(drawn, pinWidth, pinHeight) : drawn, rotation));
      }}
      onFocus={() => undefined}
      onKey={(_, key) => {
        if (key === 'Enter') onPlaced(uprightBox(box, rotation));
        if (key === 'Escape') onCancel();
        return key === 'Enter' || key === 'Escape';
      }}
    />
  );
}
