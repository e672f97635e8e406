import { useTranslation } from 'react-i18next';
import {
  checklistItems,
  checklistOf,
  isOf,
  marks,
  type ChecklistItem,
} from '../../../shared/domain/checklist.ts';
import type { ChecklistMark } from '../../../shared/domain/decision.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import type { ViewedDocument } from '../viewer/document-pane.tsx';
import { markWords } from './mark-words.ts';
import { Section } from './section.tsx';
import { isSeen } from './viewed-documents.ts';

interface Props {
  request: MigrationRequest;
  /** The officer's marks; null where the review is over, and marks are not shown. */
  set: readonly ChecklistMark[] | null;
  /** Shows the order of an approval, which is the manager's permission; null while there is none. */
  onOrder: (() => void) | null;
  /** With the state of their scans. */
  documents: readonly ViewedDocument[];
  onMark: (mark: ChecklistMark) => void;
  onShow: (documentId: string) => void;
  /** Takes a scan in for what has none; null where the review is over. */
  onTakeIn: ((item: ChecklistItem) => void) | null;
}

/** Every kind of document: whether it is needed and why, whether it came, whether it was checked. */
export function ChecklistPanel(props: Props) {
  const { request, set, documents, onOrder, onMark, onShow, onTakeIn } = props;
  const { t } = useTranslation('review');
  const items = checklistItems(request);
  const current = checklistOf(items, set ?? []);
  return (
    <Section title={t('checklist.title')}>
      <ul className="review-checklist">
        {items.map((item) => {
          const mark = current.find((one) => isOf(item, one))?.mark ?? item.firstMark;
          return (
            <li
              key={`${item.kind}/${item.documentId}`}
              className="review-check"
              data-mark={set === null ? undefined : mark}
            >
              <What item={item} />
              <ItemScan
                item={item}
                isSeen={isSeen(documents, item)}
                onShow={onShow}
                onTakeIn={item.kind === 'permission' ? null : onTakeIn}
              />
              {item.kind === 'permission' ? (
                <Permission onOrder={onOrder} />
              ) : (
                set !== null && <MarkChoice item={item} mark={mark} onMark={onMark} />
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function What({ item }: { item: ChecklistItem }) {
  const { t } = useTranslation(['review', 'viewer']);
  return (
    <div className="review-check-what">
      <span>{t(`viewer:kinds.${item.kind}`)}</span>
      <span className="review-small muted">{t(`checklist.why.${item.why}`)}</span>
    </div>
  );
}

interface ScanProps extends Pick<Props, 'onShow' | 'onTakeIn'> {
  item: ChecklistItem;
  isSeen: boolean;
}

/** The way to an item's scan, or to one that is taken in for it. */
function ItemScan({ item, isSeen, onShow, onTakeIn }: ScanProps) {
  const { t } = useTranslation(['review', 'documents', 'viewer']);
  const kind = t(`viewer:kinds.${item.kind}`);
  if (!isSeen && onTakeIn === null) return null;
  return (
    <Button
      variant="quiet"
      size="small"
      icon={isSeen ? 'document' : 'upload'}
      label={isSeen ? t('checklist.show', { kind }) : t('documents:scans.takeInOf', { kind })}
      onPress={() => {
        if (isSeen) onShow(item.documentId);
        else onTakeIn?.(item);
      }}
    />
  );
}

/** Nobody brings it: it is the order of an approval, numbered when the decision is sealed. */
function Permission({ onOrder }: Pick<Props, 'onOrder'>) {
  const { t } = useTranslation('review');
  return (
    <div className="review-check-mark">
      {onOrder ? (
        <Button size="small" icon="seal" onPress={onOrder}>
          {t('checklist.permissionOrder')}
        </Button>
      ) : (
        <Badge icon="seal">{t('checklist.permissionLater')}</Badge>
      )}
    </div>
  );
}

interface ChoiceProps {
  item: ChecklistItem;
  mark: ChecklistMark['mark'];
  onMark: (mark: ChecklistMark) => void;
}

function MarkChoice({ item: { documentId, kind }, mark, onMark }: ChoiceProps) {
  const { t } = useTranslation(['review', 'viewer']);
  return (
    <div className="review-check-mark">
      <Select
        label={t('checklist.mark', { kind: t(`viewer:kinds.${kind}`) })}
        isLabelHidden
        size="small"
        value={mark}
        options={marks.map((id) => ({ id, label: markWords({ kind, mark: id }, t) }))}
        onChange={(chosen) => {
          onMark({ documentId, kind, mark: chosen });
        }}
      />
    </div>
  );
}
