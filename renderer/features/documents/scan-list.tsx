import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { DocumentView } from '../../../shared/ipc/views/documents.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { call } from '../../app/bridge.ts';
import { tell } from '../../app/start-desk.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { AlertDialog } from '../../ui/dialog.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';

/** Not read, being read, or waiting for a box by hand: said above the table, as it has holes where this is missing. */
export function isTroubled({ examination, state }: DocumentView): boolean {
  return ['failed', 'running', 'waiting'].includes(examination.state) || state === 'wants-hand';
}

interface Props {
  requestId: RequestId;
  documents: readonly DocumentView[];
  /** Null where the review is over. */
  onTakeIn: ((documentId: string) => void) | null;
}

/** Each document's scan: where it comes from, how far it was read, and what can be done about it. */
export function ScanList({ requestId, documents, onTakeIn }: Props) {
  const { t } = useTranslation(['documents', 'viewer']);
  return (
    <ul className="scans" aria-label={t('scans.title')}>
      {documents.map((view) => (
        <li key={view.documentId} className="scan-line" data-state={view.examination.state}>
          <span className="scan-kind">{t(`viewer:kinds.${view.kind}`)}</span>
          <span className="scan-state">
            <ScanState view={view} />
          </span>
          <ScanActions requestId={requestId} view={view} onTakeIn={onTakeIn} />
        </li>
      ))}
    </ul>
  );
}

function ScanState({ view }: { view: DocumentView }) {
  const { t } = useTranslation(['documents', 'viewer', 'errors']);
  const { examination, reading, takenIn } = view;
  if (view.state === 'wants-hand') {
    return (
      <Badge tone="warn" icon="alert">
        {t('scans.wantsHand')}
      </Badge>
    );
  }
  switch (examination.state) {
    case 'none':
      return <span className="muted">{t(`viewer:states.${view.state}`)}</span>;
    case 'waiting':
      return <span className="muted">{t('scans.waiting')}</span>;
    case 'running':
      return (
        <ProgressBar
          label={t('scans.running')}
          value={examination.pages === 0 ? null : examination.page / examination.pages}
          {...(examination.pages > 0 && {
            valueText: t('intake.pageOf', { page: examination.page, pages: examination.pages }),
          })}
        />
      );
    case 'failed':
      return (
        <span className="scan-fault">
          <Badge tone="bad" icon="x-circle">
            {t('scans.failed')}
          </Badge>
          <span>{t(`errors:document.fault.${examination.fault}`)}</span>
        </span>
      );
    case 'done':
      return (
        <>
          <Badge tone="good" icon="check-circle">
            {t(`papers.${reading?.kind ?? 'unknown'}`)}
          </Badge>
          {view.origin !== 'server' && (
            <span className="muted">
              {takenIn ? t('scans.takenIn', { at: formatInstant(takenIn.at) }) : t('scans.maskedHere')}
            </span>
          )}
          {reading?.warnings.map((warning) => (
            <span key={warning} className="scan-warning">
              {t(`warnings.${warning}`)}
            </span>
          ))}
        </>
      );
  }
}

function ScanActions({ requestId, view, onTakeIn }: Omit<Props, 'documents'> & { view: DocumentView }) {
  const { t, i18n } = useTranslation(['documents', 'viewer', 'common']);
  const [isRemoving, setIsRemoving] = useState(false);
  const { documentId, kind } = view;
  const name = t(`viewer:kinds.${kind}`);

  async function run(channel: 'documents.examine' | 'documents.remove'): Promise<void> {
    const answer = await call(channel, { requestId, documentId });
    if (!answer.ok) tell(i18n, answer.error);
  }

  return (
    <span className="scan-actions">
      {view.examination.state === 'failed' && (
        <Button variant="quiet" size="small" onPress={() => void run('documents.examine')}>
          {t('scans.again')}
        </Button>
      )}
      {onTakeIn && (
        <Button
          variant="quiet"
          size="small"
          icon={view.state === 'wants-hand' ? 'lock' : 'upload'}
          label={t(view.state === 'wants-hand' ? 'scans.maskOf' : 'scans.takeInOf', { kind: name })}
          onPress={() => {
            onTakeIn(documentId);
          }}
        />
      )}
      {onTakeIn && view.origin === 'local' && (
        <Button
          variant="quiet"
          size="small"
          icon="close"
          label={t('scans.removeOf', { kind: name })}
          onPress={() => {
            setIsRemoving(true);
          }}
        />
      )}
      <AlertDialog
        title={t('scans.removeTitle')}
        isOpen={isRemoving}
        tone="danger"
        cancelLabel={t('common:cancel')}
        confirmLabel={t('scans.remove')}
        onCancel={() => {
          setIsRemoving(false);
        }}
        onConfirm={() => {
          setIsRemoving(false);
          void run('documents.remove');
        }}
      >
        {t('scans.removeText', { kind: name })}
      </AlertDialog>
    </span>
  );
}
