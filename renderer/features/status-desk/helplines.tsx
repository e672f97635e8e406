import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/desk-store.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';

/** The helplines to tell the operator: the state's, and this office's own. */
export function Helplines() {
  const { t } = useTranslation('status-desk');
  const say = useBilingual();
  const master = useDesk((desk) => desk.master);
  const lines = [
    ...(master?.helplines ?? []),
    ...(master?.additions ?? []).flatMap(({ id, entry }) =>
      entry.kind === 'helpline' ? [{ ...entry, id }] : [],
    ),
  ];
  return (
    <section className="status-helplines" aria-label={t('helplines.title')}>
      <h3>{t('helplines.title')}</h3>
      {lines.length === 0 ? (
        <p className="muted">{t('helplines.none')}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line.id}>
              {say(line.label)}: <strong>{line.number}</strong>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
