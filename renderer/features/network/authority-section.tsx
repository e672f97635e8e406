import { useTranslation } from 'react-i18next';
import type { AuthorityView } from '../../../shared/ipc/views/network.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { showNotice } from '../../ui/notice.tsx';
import { AuthorityFacts } from './authority-facts.tsx';
import type { Network } from './use-network.ts';

/** The authorities that are trusted besides the usual ones. One is added only after it was shown and compared. */
export function AuthoritySection({
  network,
  authorities,
}: {
  network: Network;
  authorities: readonly AuthorityView[];
}) {
  const { t } = useTranslation('network');
  const { offered } = network;

  async function accept(): Promise<void> {
    if (await network.accept()) showNotice({ tone: 'good', title: t('ca.added') }, 5000);
  }

  async function remove(sha256: string): Promise<void> {
    if (await network.remove(sha256)) showNotice({ tone: 'good', title: t('ca.removed') }, 5000);
  }

  return (
    <section className="stack network-authorities">
      <h3>{t('ca.title')}</h3>
      <p>{t('ca.text')}</p>
      {authorities.length === 0 && <p className="muted">{t('ca.none')}</p>}
      {authorities.map((one) => (
        <AuthorityFacts key={one.sha256} authority={one}>
          <Button
            size="small"
            variant="quiet"
            label={t('ca.removeOf', { name: one.subject })}
            onPress={() => void remove(one.sha256)}
          >
            {t('ca.remove')}
          </Button>
        </AuthorityFacts>
      ))}
      {offered.length > 0 ? (
        <Banner
          tone="warn"
          title={t('ca.check.title')}
          actions={
            <>
              <Button size="small" onPress={network.refuse}>
                {t('ca.check.refuse')}
              </Button>
              <Button size="small" variant="primary" onPress={() => void accept()}>
                {t('ca.check.accept')}
              </Button>
            </>
          }
        >
          <p>{t('ca.check.text')}</p>
          {offered.map((one) => (
            <AuthorityFacts key={one.sha256} authority={one} />
          ))}
        </Banner>
      ) : (
        <div className="row">
          <Button
            icon="plus"
            isPending={network.working === 'choosing'}
            onPress={() => void network.choose()}
          >
            {t('ca.add')}
          </Button>
        </div>
      )}
    </section>
  );
}
