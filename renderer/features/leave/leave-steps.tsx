import { useTranslation } from 'react-i18next';
import { leavePhases } from '../../../shared/domain/leaving.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import type { LeaveView } from '../../../shared/ipc/views/leave.ts';
import { Icon } from '../../ui/icon.tsx';

/** The way to the end, each step with whether it is behind, under way or ahead: in words, not by colour. */
export function LeaveSteps({ view }: { view: LeaveView }) {
  const { t } = useTranslation('leave');
  const at = leavePhases.indexOf(view.phase);
  const steps = leavePhases.filter((phase) => phase !== 'done');
  return (
    <ol className="leave-steps" aria-label={t('steps.label')}>
      {steps.map((phase, nth) => {
        const standing = nth < at ? 'behind' : nth === at ? 'now' : 'ahead';
        return (
          <li key={phase} className={standing} aria-current={standing === 'now' ? 'step' : undefined}>
            <Icon name={standing === 'behind' ? 'check-circle' : standing === 'now' ? 'sync' : 'clock'} />
            <span>
              <strong>{t(`steps.${phase}`)}</strong>
              <span className="muted"> · {t(`steps.${standing}`)}</span>
              {phase === 'sending' && standing === 'now' && (
                <span className="leave-left">
                  {t('steps.left', { number: formatNumber(view.unsent + view.unsentActs) })}
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
