import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../app/shortcuts/use-shortcuts.ts';
import type { ViewedDocument } from './document-pane.tsx';
import { PaneMessage } from './pane-message.tsx';
import { ViewerHalf, type ViewerSide } from './viewer-half.tsx';
import { ViewerIcon } from './viewer-icon.tsx';
import type { Half, HalvesAction, ViewerHalves } from './viewer-halves.ts';
import { Tool } from './viewer-toolbar.tsx';
import './viewer.css';

interface Props extends ViewerSide {
  documents: readonly ViewedDocument[];
  halves: ViewerHalves;
  act: (action: HalvesAction) => void;
  /** Shown until the officer chooses: the first that can be looked at. */
  firstId: string | null;
}

/** The request's documents, one at a time or two beside each other, each half with its own zoom and page. */
export function DocumentViewer(props: Props) {
  const { t } = useTranslation('viewer');
  const { documents, halves, act, firstId } = props;
  const chosen = shownIds(documents, halves, firstId);
  useHalvesShortcuts(props, chosen);
  const [first] = documents;
  if (!first) {
    return (
      <section className="viewer" aria-label={t('title')}>
        <PaneMessage tone="quiet" title={t('noDocuments.title')} text={t('noDocuments.text')} />
      </section>
    );
  }
  const shownHalves: readonly Half[] = halves.isCompared ? ['left', 'right'] : ['left'];
  return (
    <section className="viewer" aria-label={t('title')} data-compared={halves.isCompared}>
      {shownHalves.map((half) => (
        <ViewerHalf
          key={half}
          {...props}
          label={halves.isCompared ? t(`halves.${half}`) : t('title')}
          selectedId={chosen[half] ?? first.document.id}
          place={halves.places[half]}
          isActive={!halves.isCompared || halves.active === half}
          onSelect={(documentId) => {
            act({ type: 'select', half, documentId });
          }}
          onActivate={() => {
            act({ type: 'activate', half });
          }}
          aside={
            half === shownHalves.at(-1) &&
            documents.length > 1 && (
              <Tool
                label={t('compare')}
                isPressed={halves.isCompared}
                isDisabled={false}
                onPress={() => {
                  act({ type: 'compare', isCompared: !halves.isCompared });
                }}
              >
                <ViewerIcon name="compare" />
              </Tool>
            )
          }
        />
      ))}
    </section>
  );
}

/** A document that is not there any more is not held on to; the right half begins with another than the left. */
function shownIds(
  documents: readonly ViewedDocument[],
  { shown }: ViewerHalves,
  firstId: string | null,
): Record<Half, string | null> {
  const ids = documents.map(({ document }) => document.id);
  const known = (id: string | null) => (id !== null && ids.includes(id) ? id : null);
  const left = known(shown.left) ?? known(firstId) ?? ids[0] ?? null;
  const right = known(shown.right) ?? ids.find((id) => id !== left) ?? left;
  return { left, right };
}

function useHalvesShortcuts(
  { documents, halves, act, onTakeIn }: Props,
  chosen: Record<Half, string | null>,
): void {
  const { t } = useTranslation('viewer');
  const group = t('shortcuts.group');
  const half = halves.isCompared ? halves.active : 'left';
  const current = chosen[half];
  const turn = (by: 1 | -1) => {
    const ids = documents.map(({ document }) => document.id);
    const next = ids[(ids.indexOf(current ?? '') + by + ids.length) % ids.length];
    if (next !== undefined) act({ type: 'select', half, documentId: next });
  };
  const hasSeveral = documents.length > 1;
  useShortcuts([
    { keys: ['d'], label: t('shortcuts.nextDocument'), group, isEnabled: hasSeveral, run: () => turn(1) },
    {
      keys: ['Shift+d'],
      label: t('shortcuts.previousDocument'),
      group,
      isEnabled: hasSeveral,
      run: () => turn(-1),
    },
    {
      keys: ['v'],
      label: t('compare'),
      group,
      isEnabled: hasSeveral,
      run: () => {
        act({ type: 'compare', isCompared: !halves.isCompared });
      },
    },
    {
      keys: ['s'],
      label: t('shortcuts.otherHalf'),
      group,
      isEnabled: halves.isCompared,
      run: () => {
        act({ type: 'activate', half: halves.active === 'left' ? 'right' : 'left' });
      },
    },
    ...(onTakeIn && current !== null
      ? [{ keys: ['o'], label: t('takeIn'), group, run: () => onTakeIn(current) }]
      : []),
  ]);
}
