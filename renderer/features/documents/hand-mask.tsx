import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import { Button } from '../../ui/button.tsx';
import { EditableBoxes } from '../viewer/editable-boxes.tsx';
import {
  boxesOfPage,
  changedHandBox,
  newHandBox,
  noHandBoxes,
  withHandBox,
  withoutHandBox,
  type HandBoxes,
} from './hand-boxes.ts';
import { PageTurner } from './page-turner.tsx';

interface Props {
  /** The unmasked pages, from memory. */
  urls: readonly string[];
  /** Of earlier rounds: what is masked is all that stands here, not what is new. */
  drawn: readonly PageBox[];
  isBusy: boolean;
  onMask: (boxes: readonly PageBox[]) => void;
}

/** A drag shorter than this was a slip of the hand. */
const leastDrag = 0.015;

/** The unmasked page with boxes over the numbers: drawn with the mouse, or added and moved with the keys. */
export function HandMask({ urls, drawn, isBusy, onMask }: Props) {
  const { t } = useTranslation('documents');
  const [page, setPage] = useState(0);
  const [state, setState] = useState<HandBoxes>({ ...noHandBoxes, boxes: drawn });
  const here = boxesOfPage(state, page);
  const indexOf = (place: number) => here[place]?.index ?? -1;
  const focused = here.findIndex(({ index }) => index === state.current);
  const add = () => {
    setState(withHandBox(state, page, newHandBox));
  };

  return (
    <div className="sheet">
      <p>{t('hand.how')}</p>
      <div className="row">
        <Button size="small" icon="plus" autoFocus onPress={add}>
          {t('hand.add')}
        </Button>
        <PageTurner page={page} pages={urls.length} onTurn={setPage} />
        <span className="muted">{t('hand.count', { count: state.boxes.length })}</span>
        <Button
          variant="primary"
          size="small"
          isPending={isBusy}
          isDisabled={state.boxes.length === 0}
          onPress={() => {
            onMask(state.boxes);
          }}
        >
          {t('hand.mask')}
        </Button>
      </div>
      <div className="sheet-page">
        <img src={urls[page]} alt={t('hand.alt', { page: page + 1, pages: urls.length })} draggable={false} />
        <EditableBoxes
          boxes={here.map(({ box }) => box)}
          focused={focused === -1 ? null : focused}
          labelOf={(place) => t('hand.box', { number: place + 1, count: here.length })}
          canDraw
          onChange={(place, box) => {
            setState(changedHandBox(state, indexOf(place), box));
          }}
          onDraw={(box) => {
            if (box.width < leastDrag && box.height < leastDrag) return;
            setState(withHandBox(state, page, box));
          }}
          onFocus={(place) => {
            if (indexOf(place) !== state.current) setState({ ...state, current: indexOf(place) });
          }}
          onKey={(place, key) => {
            if (key !== 'Delete' && key !== 'Backspace') return false;
            setState(withoutHandBox(state, indexOf(place)));
            return true;
          }}
        />
      </div>
    </div>
  );
}
