import { useTranslation } from 'react-i18next';
import type { ScanState } from '../../../shared/ipc/contract.ts';

/** The state of a scan on its tab, in words; nothing where it is simply there. */
export function ScanTabMark({ state }: { state: ScanState }) {
  const { t } = useTranslation('viewer');
  if (state === 'ready') return null;
  return (
    <span className="viewer-tab-mark" data-state={state}>
      {t(`states.${state}`)}
    </span>
  );
}
