import { useTranslation } from 'react-i18next';
import type { RequestId } from '../../../shared/domain/ids.ts';
import { holderOf } from '../../../shared/domain/story/holder-of.ts';
import { standingLines } from '../../../shared/domain/story/standing-lines.ts';
import { storyOf } from '../../../shared/domain/story/story-of.ts';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import { holderWords, storySentences, type StorySentence } from '../../../shared/text/story-text.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { useDesk } from '../../app/desk-store.ts';
import { useBilingual, useLanguage } from '../../app/i18n/use-language.ts';
import { useLspName } from '../../app/use-lsp-name.ts';
import { Helplines } from './helplines.tsx';
import { StoryActions } from './story-actions.tsx';
import { useToldRequest } from './use-told-request.ts';

/** What became of a request, told in plain sentences to somebody at the counter. */
export function RequestStory({ requestId }: { requestId: RequestId }) {
  const { t } = useTranslation('status-desk');
  const today = useDesk((desk) => desk.sync?.today ?? null);
  const { detail, error } = useToldRequest(requestId);
  if (error !== null) {
    return <ErrorBanner error={error} />;
  }
  if (detail === null || today === null) return <p className="muted">{t('opening')}</p>;
  return (
    <article className="status-told">
      <WhoseRequest detail={detail} />
      <Standing detail={detail} today={today} />
      <StoryActions detail={detail} />
      <Story detail={detail} today={today} />
      <Helplines />
    </article>
  );
}

function WhoseRequest({ detail: { request } }: { detail: RequestDetail }) {
  const { t } = useTranslation('status-desk');
  const say = useBilingual();
  const lspName = useLspName();
  const { mobileLast4 } = request.applicant;
  return (
    <header>
      <h2 className="status-told-code">
        {request.kioskCode}
        {request.newKioskCode !== null && ` → ${request.newKioskCode}`}
        <span className="status-told-centre">{say(request.centreName)}</span>
      </h2>
      <p>
        {t('of', { name: say(request.applicant.name) })}
        {mobileLast4 !== null && ` · ${t('mobile', { last4: mobileLast4 })}`} · {request.requestNo}
      </p>
      <p className="muted">
        {lspName(request.currentLspId)} → {lspName(request.targetLspId)}
      </p>
    </header>
  );
}

interface Told {
  detail: RequestDetail;
  today: IsoDate;
}

/** Who has the file now, large enough to be read from the other side of the counter, and when it is due. */
function Standing({ detail, today }: Told) {
  const { t } = useTranslation('status-desk');
  const language = useLanguage();
  const holder = holderWords(holderOf({ ...detail, today }), language);
  const now = useSentences()(standingLines({ ...detail, today }));
  return (
    <section className="status-holder" aria-label={t('now')}>
      <p className="status-holder-title">{holder.title}</p>
      <p className="status-holder-text">{holder.text}</p>
      {now.map(({ text }) => (
        <p key={text} className="status-holder-text">
          {text}
        </p>
      ))}
    </section>
  );
}

function Story({ detail, today }: Told) {
  const { t } = useTranslation('status-desk');
  const sentences = useSentences()(storyOf({ ...detail, today }));
  return (
    <section aria-label={t('soFar')}>
      <h3>{t('soFar')}</h3>
      <ol className="status-sentences">
        {sentences.map(({ text }, index) => (
          <li key={`${index}-${text}`}>{text}</li>
        ))}
      </ol>
    </section>
  );
}

function useSentences(): (lines: Parameters<typeof storySentences>[0]) => StorySentence[] {
  const language = useLanguage();
  const master = useDesk((desk) => desk.master);
  const names = { lsps: master?.lsps ?? [], reasonCodes: master?.reasonCodes ?? [] };
  return (lines) => storySentences(lines, language, names);
}
