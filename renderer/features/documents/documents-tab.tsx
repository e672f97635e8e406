import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CheckEvidence,
  CheckVerdict,
  EvidencePin,
} from '../../../shared/domain/documents/document-check.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { Button } from '../../ui/button.tsx';
import type { DocumentPlace } from '../viewer/viewer-halves.ts';
import { CheckList } from './check-list.tsx';
import { countResults, withNote, withVerdict } from './check-order.ts';
import { comparisonOf } from './comparison.ts';
import { ComparisonGrid } from './comparison-grid.tsx';
import { ElsewhereList } from './elsewhere-list.tsx';
import { PinPanel } from './pin-panel.tsx';
import { withPinNote, withoutPin } from './pin-list.ts';
import { RevealDialog } from './reveal-dialog.tsx';
import { isTroubled, ScanList } from './scan-list.tsx';
import { SignaturePanel } from './signature-panel.tsx';
import type { OpenedReview } from './use-document-review.ts';
import './documents.css';

/** What the officer made of the documents so far. */
export interface DocumentMarks {
  verdicts: readonly CheckVerdict[];
  pins: readonly EvidencePin[];
}

interface Props {
  request: MigrationRequest;
  opened: OpenedReview;
  marks: DocumentMarks;
  newestPin: string | null;
  /** Null where the review is over. */
  onChange: ((marks: Partial<DocumentMarks>) => void) | null;
  onGo: (place: DocumentPlace) => void;
  onGoBoth: (left: DocumentPlace, right: DocumentPlace) => void;
  /** Null where nothing may be taken in. */
  onTakeIn: ((documentId: string) => void) | null;
}

/** The reviewing table: papers side by side, the checks with the officer's verdicts, pins, and the scans' state. */
export function DocumentsTab(props: Props) {
  const { request, opened, marks, onChange, onGo, onGoBoth } = props;
  const { t } = useTranslation('documents');
  const [revealed, setRevealed] = useState<string | null>(null);
  const { review, error, reload } = opened;
  if (review === null) {
    return error ? (
      <ErrorBanner error={error} onRetry={reload} />
    ) : (
      <p className="muted documents-loading">{t('loading')}</p>
    );
  }
  const comparison = comparisonOf(review.documents, review.checks, request);
  const placeOf = ({ documentId, box }: CheckEvidence): DocumentPlace | null =>
    documentId === null ? null : { documentId, box: box ?? codeBox(review.documents, documentId) };
  const show = (evidence: CheckEvidence) => {
    const place = placeOf(evidence);
    if (place) onGo(place);
  };
  const troubled = review.documents.filter(isTroubled);
  const settled = review.documents.filter((view) => !isTroubled(view));
  const pan = review.documents.find(({ reading }) => reading?.fields.some(({ field }) => field === 'pan'));

  return (
    <div className="documents">
      <div className="documents-table">
        <ErrorBanner error={error} onRetry={reload} />
        {troubled.length > 0 && (
          <div className="scan-troubles">
            <ScanList requestId={request.id} documents={troubled} onTakeIn={props.onTakeIn} />
          </div>
        )}
        {comparison.rows.length > 0 ? (
          <ComparisonGrid
            comparison={comparison}
            onShow={({ documentId, box }) => {
              if (documentId !== null)
                onGo({ documentId, box: box ?? codeBox(review.documents, documentId) });
            }}
          />
        ) : (
          <p className="muted">{t('comparison.nothingRead')}</p>
        )}
        {pan && (
          <Button
            variant="quiet"
            size="small"
            icon="lock"
            onPress={() => {
              setRevealed(pan.documentId);
            }}
          >
            {t('reveal.open')}
          </Button>
        )}
        {review.documents.map((view) =>
          view.reading?.code && view.reading.code.kind !== 'other' ? (
            <SignaturePanel
              key={view.documentId}
              view={view}
              code={view.reading.code}
              onShow={(box) => {
                onGo({ documentId: view.documentId, box });
              }}
            />
          ) : null,
        )}
      </div>
      <div className="documents-checks">
        {review.elsewhere.length > 0 && (
          <Part title={t('elsewhere.title')}>
            <ElsewhereList seen={review.elsewhere} />
          </Part>
        )}
        <Part title={t('checks.title')} aside={t('checks.summary', { ...countResults(review.checks) })}>
          {review.checks.length === 0 && <p className="muted">{t('checks.none')}</p>}
          <CheckList
            checks={review.checks}
            verdicts={marks.verdicts}
            onShow={show}
            onShowBoth={(left, right) => {
              const [a, b] = [placeOf(left), placeOf(right)];
              if (a && b) onGoBoth(a, b);
            }}
            onVerdict={
              onChange &&
              ((check, verdict) => {
                onChange({ verdicts: withVerdict(marks.verdicts, check, verdict) });
              })
            }
            onNote={(check, note) => onChange?.({ verdicts: withNote(marks.verdicts, check, note) })}
          />
        </Part>
        <Part title={t('pins.title')} aside={onChange ? t('pins.hint') : undefined}>
          <PinPanel
            pins={marks.pins}
            documents={review.documents}
            newest={props.newestPin}
            onNote={onChange && ((id, note) => onChange({ pins: withPinNote(marks.pins, id, note) }))}
            onRemove={(id) => onChange?.({ pins: withoutPin(marks.pins, id) })}
            onShow={({ documentId, box }) => {
              onGo({ documentId, box });
            }}
          />
        </Part>
        <Part title={t('scans.title')}>
          <ScanList requestId={request.id} documents={settled} onTakeIn={props.onTakeIn} />
        </Part>
      </div>
      {revealed !== null && (
        <RevealDialog
          requestId={request.id}
          documentId={revealed}
          onClose={() => {
            setRevealed(null);
          }}
        />
      )}
    </div>
  );
}

/** Data from a code is shown where the code stands. */
function codeBox(documents: NonNullable<OpenedReview['review']>['documents'], documentId: string) {
  return documents.find((view) => view.documentId === documentId)?.reading?.code?.box ?? null;
}

function Part({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: string | undefined;
  children: ReactNode;
}) {
  return (
    <section className="documents-part">
      <div className="documents-part-head">
        <h3>{title}</h3>
        {aside !== undefined && <span className="muted">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
