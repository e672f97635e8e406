import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../app/shortcuts/use-shortcuts.ts';
import type { ViewAction } from './view-state.ts';

/**
 * The keys of the scan that is shown. Letters besides the signs, as signs move about on a Hindi keyboard.
 * @param shown the factor that the scan is shown at; null where keys do nothing now.
 * @param onPin absent where pins are not kept.
 */
export function useViewerShortcuts(
  act: (action: ViewAction) => void,
  shown: number | null,
  onPin?: () => void,
): void {
  const { t } = useTranslation('viewer');
  const group = t('shortcuts.group');
  const isEnabled = shown !== null;
  const key = (keys: readonly string[], label: string, action: ViewAction) => ({
    keys,
    label,
    group,
    isEnabled,
    run: () => {
      act(action);
    },
  });
  useShortcuts([
    key(['+', '=', 'z'], t('shortcuts.zoomIn'), { type: 'zoom', direction: 'in', shown: shown ?? 1 }),
    key(['-', 'x'], t('shortcuts.zoomOut'), { type: 'zoom', direction: 'out', shown: shown ?? 1 }),
    key(['w'], t('shortcuts.fitWidth'), { type: 'fit', zoom: 'fit-width' }),
    key(['f'], t('shortcuts.fitPage'), { type: 'fit', zoom: 'fit-page' }),
    key(['e'], t('shortcuts.rotate'), { type: 'rotate' }),
    key(['PageDown'], t('shortcuts.nextPage'), { type: 'turn-page', by: 1 }),
    key(['PageUp'], t('shortcuts.previousPage'), { type: 'turn-page', by: -1 }),
    key(['b'], t('brighter'), { type: 'adjust', what: 'brightness', by: 1 }),
    key(['Shift+b'], t('darker'), { type: 'adjust', what: 'brightness', by: -1 }),
    key(['c'], t('moreContrast'), { type: 'adjust', what: 'contrast', by: 1 }),
    key(['Shift+c'], t('lessContrast'), { type: 'adjust', what: 'contrast', by: -1 }),
    key(['0'], t('asScanned'), { type: 'as-scanned' }),
    ...(onPin ? [{ keys: ['i'], label: t('pin.put'), group, isEnabled, run: onPin }] : []),
  ]);
}
