import { useTranslation } from 'react-i18next';
import type { LimitName, LimitState } from '../../../shared/domain/desk-limits.ts';
import { useDesk } from '../../app/desk-store.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import './limits.css';

/** Tells on every screen which limit of the office is near or reached, and what to do; nothing while all is well. */
export function LimitBanners() {
  const { t } = useTranslation('sign-off');
  const limits = useDesk((desk) => desk.limits);
  const go = useDesk((desk) => desk.go);
  const isOnSignOff = useDesk((desk) => desk.screen.name === 'sign-off');
  const reached = (['unsent', 'master'] as const).filter((name) => limits && limits[name].level !== 'fine');
  const isOverdue = limits?.waiting.isOverdue === true;
  return (
    <section
      className="limit-banners"
      aria-label={t('limits.label')}
      aria-live="polite"
      hidden={reached.length === 0 && !isOverdue}
    >
      {limits && reached.map((name) => <LimitLine key={name} name={name} state={limits[name]} />)}
      {limits && isOverdue && (
        <div className="limit-banner warn">
          <Icon name="alert" />
          <p>
            <strong>{t('limits.overdue', { count: limits.waiting.count })}</strong>{' '}
            {t('limits.overdueAdvice')}
          </p>
          {!isOnSignOff && (
            <Button
              size="small"
              icon="seal"
              onPress={() => {
                go({ name: 'sign-off' });
              }}
            >
              {t('open')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function LimitLine({ name, state }: { name: LimitName; state: LimitState }) {
  const { t } = useTranslation('sign-off');
  const isHeld = state.level === 'hold';
  return (
    <div className={`limit-banner ${isHeld ? 'bad' : 'warn'}`}>
      <Icon name={isHeld ? 'x-circle' : 'alert'} />
      <p>
        <strong>{t(`limits.${name}.${isHeld ? 'hold' : 'warn'}`, { count: state.days })}</strong>{' '}
        {!isHeld && state.holdsIn !== null && `${t('limits.holdsIn', { count: state.holdsIn })} `}
        {t('limits.advice')}
      </p>
    </div>
  );
}
