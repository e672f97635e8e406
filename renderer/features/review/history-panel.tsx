import { useTranslation } from 'react-i18next';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { Section } from './section.tsx';

/** What happened to the request so far, newest first. */
export function HistoryPanel({ history }: { history: MigrationRequest['history'] }) {
  const { t } = useTranslation('review');
  const nameOf = useBilingual();
  if (history.length === 0) return null;
  return (
    <Section title={t('facts.history')}>
      <ol className="review-history">
        {history.toReversed().map((entry) => (
          <li key={`${entry.at}-${entry.event}`}>
            <span className="muted">{formatInstant(entry.at)}</span>
            <span>
              <strong>{t(`events.${entry.event}`)}</strong> · {nameOf(entry.by)}
              {entry.note !== '' && <span className="review-history-note">{entry.note}</span>}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
