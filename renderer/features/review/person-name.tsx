import { useTranslation } from 'react-i18next';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { useLanguage } from '../../app/i18n/use-language.ts';

interface Props {
  person: MigrationRequest['applicant'];
  note?: string | null;
}

/** A name in both scripts: the officer compares it with cards that are written in either. */
export function PersonName({ person, note }: Props) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const { hi, en } = person.name;
  const [first, second] = language === 'hi' ? [hi, en] : [en, hi];
  return (
    <>
      <span>{first || second}</span>
      {first !== '' && second !== '' && first !== second && <span className="muted"> · {second}</span>}
      {person.mobileLast4 !== null && (
        <span className="review-small muted"> · {t('facts.mobile', { last4: person.mobileLast4 })}</span>
      )}
      {note !== null && note !== undefined && <span className="review-fact-note">{note}</span>}
    </>
  );
}
