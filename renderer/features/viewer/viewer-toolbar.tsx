import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ViewerIcon } from './viewer-icon.tsx';
import { isAdjusted, type ViewAction, type ViewState } from './view-state.ts';

interface Props {
  view: ViewState;
  /** The factor shown now; null while nothing is shown. */
  shown: number | null;
  isDisabled: boolean;
  act: (action: ViewAction) => void;
  isPinning: boolean;
  /** Absent where pins are not kept. */
  onPin: (() => void) | undefined;
  tools: ReactNode;
}

/** Zoom, fit, rotate, light, pins and pages of one scan. */
export function ViewerToolbar({ view, shown, isDisabled, act, isPinning, onPin, tools }: Props) {
  const { t } = useTranslation('viewer');
  const isOff = isDisabled || shown === null;
  const percent = Math.round((shown ?? 1) * 100);

  return (
    <div className="viewer-toolbar" role="toolbar" aria-label={t('toolbar')}>
      <Tool
        label={t('zoomOut')}
        isDisabled={isOff}
        onPress={() => {
          act({ type: 'zoom', direction: 'out', shown: shown ?? 1 });
        }}
      >
        <ViewerIcon name="minus" />
      </Tool>
      <span className="viewer-percent" aria-label={t('zoomLevel', { percent })}>
        {isOff ? '–' : `${percent}%`}
      </span>
      <Tool
        label={t('zoomIn')}
        isDisabled={isOff}
        onPress={() => {
          act({ type: 'zoom', direction: 'in', shown: shown ?? 1 });
        }}
      >
        <ViewerIcon name="plus" />
      </Tool>
      <span className="viewer-divider" />
      <Tool
        label={t('fitWidth')}
        isPressed={view.zoom === 'fit-width'}
        isDisabled={isOff}
        onPress={() => {
          act({ type: 'fit', zoom: 'fit-width' });
        }}
      >
        <ViewerIcon name="fit-width" />
      </Tool>
      <Tool
        label={t('fitPage')}
        isPressed={view.zoom === 'fit-page'}
        isDisabled={isOff}
        onPress={() => {
          act({ type: 'fit', zoom: 'fit-page' });
        }}
      >
        <ViewerIcon name="fit-page" />
      </Tool>
      <Tool
        label={t('rotate')}
        isDisabled={isOff}
        onPress={() => {
          act({ type: 'rotate' });
        }}
      >
        <ViewerIcon name="rotate" />
      </Tool>
      <span className="viewer-divider" />
      <LightTools view={view} isOff={isOff} act={act} />
      {onPin && (
        <Tool label={t('pin.put')} isPressed={isPinning} isDisabled={isOff} onPress={onPin}>
          <ViewerIcon name="pin" />
        </Tool>
      )}
      {view.pages > 1 && (
        <div className="viewer-pages">
          <Tool
            label={t('previousPage')}
            isDisabled={isOff || view.page <= 1}
            onPress={() => {
              act({ type: 'turn-page', by: -1 });
            }}
          >
            <ViewerIcon name="previous" />
          </Tool>
          <span className="viewer-page-of">{t('pageOf', { page: view.page, pages: view.pages })}</span>
          <Tool
            label={t('nextPage')}
            isDisabled={isOff || view.page >= view.pages}
            onPress={() => {
              act({ type: 'turn-page', by: 1 });
            }}
          >
            <ViewerIcon name="next" />
          </Tool>
        </div>
      )}
      {tools !== undefined && <div className="viewer-tools-end">{tools}</div>}
    </div>
  );
}

/** Brighter and more contrast by the button, the other way with Shift or by key; back to the scan as it is. */
function LightTools({ view, isOff, act }: { view: ViewState; isOff: boolean; act: Props['act'] }) {
  const { t } = useTranslation('viewer');
  return (
    <>
      {(['brightness', 'contrast'] as const).map((what) => (
        <Tool
          key={what}
          label={t(what === 'brightness' ? 'brighter' : 'moreContrast')}
          isDisabled={isOff}
          onPress={(isShift) => {
            act({ type: 'adjust', what, by: isShift ? -1 : 1 });
          }}
        >
          <ViewerIcon name={what} />
        </Tool>
      ))}
      {isAdjusted(view) && (
        <button
          type="button"
          className="viewer-adjusted"
          aria-label={t('asScanned')}
          title={t('asScanned')}
          onClick={() => {
            act({ type: 'as-scanned' });
          }}
        >
          {t('adjusted', {
            brightness: Math.round(view.brightness * 100),
            contrast: Math.round(view.contrast * 100),
          })}
        </button>
      )}
    </>
  );
}

interface ToolProps {
  label: string;
  isDisabled: boolean;
  isPressed?: boolean;
  onPress: (isShift: boolean) => void;
  children: ReactNode;
}

export function Tool({ label, isDisabled, isPressed, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      className="viewer-tool"
      title={label}
      aria-label={label}
      aria-pressed={isPressed}
      disabled={isDisabled}
      onClick={(event) => {
        onPress(event.shiftKey);
      }}
    >
      {children}
    </button>
  );
}
