import { useTranslation } from 'react-i18next';
import type { RequestId } from '../../../shared/domain/ids.ts';
import { useDesk } from '../../app/desk-store.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { useErrorText } from '../../app/i18n/use-error-text.ts';
import { useShortcuts } from '../../app/shortcuts/use-shortcuts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ClaimLine } from './claim-line.tsx';
import { DecidedReview } from './decided-review.tsx';
import { ReviewForm } from './review-form.tsx';
import { ReviewHeader } from './review-header.tsx';
import { isDecidable, standingDecision } from './standing.ts';
import { useDocumentDesk } from './use-document-desk.ts';
import { useNeighbours, type Neighbours } from './use-neighbours.ts';
import { useRequestDetail, type OpenedRequest } from './use-request-detail.ts';
import './review.css';

interface PanesProps {
  opened: OpenedRequest;
  near: Neighbours;
}

/** One request: what it says and what is decided on the left, its documents on the right. */
export function ReviewScreen({ requestId }: { requestId: RequestId }) {
  const opened = useRequestDetail(requestId);
  const near = useNeighbours(requestId);
  useReviewShortcuts(near);

  return (
    <div className="review">
      <ReviewHeader detail={opened.detail} near={near} />
      {opened.detail && <ClaimLine detail={opened.detail} />}
      <ReviewNotices opened={opened} />
      <ReviewPanes requestId={requestId} opened={opened} near={near} />
    </div>
  );
}

function ReviewPanes({ requestId, opened, near }: { requestId: RequestId } & PanesProps) {
  const { t } = useTranslation('review');
  const { detail, error, reload } = opened;
  const desk = useDocumentDesk(requestId, detail, reload);

  if (detail === null) {
    return error ? (
      <NotOpened opened={opened} near={near} />
    ) : (
      <p className="review-loading">{t('loading')}</p>
    );
  }
  const standing = standingDecision(detail);
  return isDecidable(detail) ? (
    <ReviewForm key="open" detail={detail} desk={desk} reload={reload} />
  ) : (
    <DecidedReview
      key={standing?.id ?? 'closed'}
      detail={detail}
      desk={desk}
      decision={standing}
      onUndone={reload}
      onNext={near.next === null ? null : near.goNext}
    />
  );
}

function NotOpened({ opened, near }: PanesProps) {
  const { t } = useTranslation('review');
  const errorText = useErrorText();
  const text = opened.error ? errorText(opened.error) : null;
  return (
    <EmptyState
      icon="alert"
      title={t('notFound.title')}
      action={
        <div className="row">
          <Button onPress={opened.reload}>{t('notFound.retry')}</Button>
          <Button onPress={near.back}>{t('notFound.back')}</Button>
        </div>
      }
    >
      {text && `${text.title}. ${text.advice}`}
    </EmptyState>
  );
}

/** The facts changed under the officer, or could not be asked for again: said above them. */
function ReviewNotices({ opened }: { opened: OpenedRequest }) {
  const { t } = useTranslation('review');
  const go = useDesk((desk) => desk.go);
  const { detail, error, openedVersion, acceptVersion, reload } = opened;
  if (detail === null) return null;
  const refused = detail.decision?.state === 'refused' && isDecidable(detail);
  // The row forgets a contested decision as soon as the officer has dealt with it.
  const contested = detail.row.decision?.state === 'conflicted' ? detail.row.decision : null;
  const isChanged = openedVersion !== null && openedVersion !== detail.request.version && isDecidable(detail);
  return (
    <>
      {refused && <Banner tone="warn" title={t('earlier', { what: t('state.refused') })} />}
      {contested && (
        <Banner
          tone="warn"
          title={t(isDecidable(detail) ? 'earlier' : 'contested', { what: t('state.conflicted') })}
          actions={
            <Button
              size="small"
              onPress={() => {
                go({ name: 'conflict', decisionId: contested.id });
              }}
            >
              {t('bothSides')}
            </Button>
          }
        />
      )}
      {isChanged && (
        <Banner
          tone="warn"
          title={t('changed')}
          actions={
            <Button size="small" onPress={acceptVersion}>
              {t('problem.dismiss')}
            </Button>
          }
        />
      )}
      <ErrorBanner error={error} onRetry={reload} />
    </>
  );
}

function useReviewShortcuts(near: Neighbours): void {
  const { t } = useTranslation('review');
  const group = t('shortcuts.group');
  useShortcuts([
    { keys: ['n', 'j'], label: t('shortcuts.next'), group, isEnabled: near.next !== null, run: near.goNext },
    {
      keys: ['p', 'k'],
      label: t('shortcuts.previous'),
      group,
      isEnabled: near.previous !== null,
      run: near.goPrevious,
    },
    {
      keys: ['Escape'],
      label: t('shortcuts.back'),
      group,
      run: () => {
        leaveFieldOr(near.back);
      },
    },
  ]);
}

/** The first Escape leaves the field that is typed in, the next one the request. */
function leaveFieldOr(back: () => void): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement) {
    activeElement.blur();
  } else {
    back();
  }
}
