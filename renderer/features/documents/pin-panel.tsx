import { useTranslation } from 'react-i18next';
import type { EvidencePin } from '../../../shared/domain/documents/document-check.ts';
import type { DocumentView } from '../../../shared/ipc/views/documents.ts';
import { Button } from '../../ui/button.tsx';
import { NoteField } from './note-field.tsx';
import { pinSign } from './pin-list.ts';

interface Props {
  pins: readonly EvidencePin[];
  documents: readonly DocumentView[];
  /** Put last: its note has the focus. */
  newest: string | null;
  /** Null where the review is over. */
  onNote: ((id: string, note: string) => void) | null;
  onRemove: (id: string) => void;
  onShow: (pin: EvidencePin) => void;
}

/** The officer's pins with their notes. */
export function PinPanel({ pins, documents, newest, onNote, onRemove, onShow }: Props) {
  const { t } = useTranslation(['documents', 'viewer']);
  if (pins.length === 0) return <p className="muted">{t('pins.none')}</p>;
  return (
    <ol className="pins">
      {pins.map((pin) => {
        const sign = pinSign(pins, pin.id);
        const kind = documents.find(({ documentId }) => documentId === pin.documentId)?.kind;
        const place = t('pins.place', {
          kind: kind ? t(`viewer:kinds.${kind}`) : '–',
          page: pin.box.page + 1,
        });
        return (
          <li key={pin.id}>
            <span className="pin-sign">{sign}</span>
            <button type="button" className="link" onClick={() => onShow(pin)}>
              {place}
            </button>
            <NoteField
              label={t('pins.note', { sign })}
              placeholder={t('pins.notePlaceholder')}
              value={pin.note}
              isDisabled={onNote === null}
              autoFocus={pin.id === newest}
              onChange={(note) => onNote?.(pin.id, note)}
            />
            {onNote && (
              <Button
                variant="quiet"
                size="small"
                icon="close"
                label={t('pins.remove', { sign })}
                onPress={() => {
                  onRemove(pin.id);
                }}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}
