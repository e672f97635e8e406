import { useTranslation } from 'react-i18next';
import type { ChecklistMark } from '../../../shared/domain/decision.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { checklistOf, marks, whyNeeded } from './checklist.ts';
import { Section } from './section.tsx';

interface Props {
  request: MigrationRequest;
  /** The officer's marks; null where the review is over, and marks are not shown. */
  set: readonly ChecklistMark[] | null;
  onMark: (mark: ChecklistMark) => void;
  onShow: (documentId: string) => void;
}

/** Each document: whether it is needed and why, whether it came, whether it was checked. */
export function ChecklistPanel({ request, set, onMark, onShow }: Props) {
  const { t } = useTranslation(['review', 'viewer']);
  if (request.documents.length === 0) {
    return (
      <Section title={t('checklist.title')}>
        <p className="muted">{t('checklist.none')}</p>
      </Section>
    );
  }
  const current = checklistOf(request.documents, set ?? []);
  return (
    <Section title={t('checklist.title')}>
      <ul className="review-checklist">
        {request.documents.map((document, index) => {
          const kind = t(`viewer:kinds.${document.kind}`);
          const mark = current[index]?.mark ?? 'not-needed';
          return (
            <li key={document.id} className="review-check" data-mark={set === null ? undefined : mark}>
              <div className="review-check-what">
                <span>{kind}</span>
                <span className="review-small muted">
                  {t(`checklist.why.${whyNeeded(document, request.record)}`)}
                </span>
              </div>
              {document.scan !== null && (
                <Button
                  variant="quiet"
                  size="small"
                  icon="document"
                  label={t('checklist.show', { kind })}
                  onPress={() => {
                    onShow(document.id);
                  }}
                />
              )}
              {set !== null && (
                <div className="review-check-mark">
                  <Select
                    label={t('checklist.mark', { kind })}
                    isLabelHidden
                    size="small"
                    value={mark}
                    options={marks.map((id) => ({ id, label: t(`checklist.marks.${id}`) }))}
                    onChange={(chosen) => {
                      onMark({ documentId: document.id, kind: document.kind, mark: chosen });
                    }}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
