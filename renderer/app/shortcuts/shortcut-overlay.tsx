import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { printedChord } from './chord.ts';
import { useShortcutRegistry, type Shortcut } from './registry.ts';

export const useOverlay = create<{ isOpen: boolean; show: () => void; hide: () => void }>()((set) => ({
  isOpen: false,
  show: () => {
    set({ isOpen: true });
  },
  hide: () => {
    set({ isOpen: false });
  },
}));

/** Lists every shortcut that is registered now, by group. */
export function ShortcutOverlay() {
  const { t } = useTranslation(['shell', 'common']);
  const { isOpen, hide } = useOverlay();
  return (
    <Dialog
      title={t('shortcuts.title')}
      isOpen={isOpen}
      onClose={hide}
      closeLabel={t('common:close')}
      width="large"
    >
      <Groups />
      <p className="muted">{t('shortcuts.note')}</p>
    </Dialog>
  );
}

function Groups() {
  const { t } = useTranslation(['shell', 'common']);
  const sets = useShortcutRegistry((registry) => registry.sets);
  const shortcuts = [...sets].reverse().flatMap((one) => one.shortcuts);
  return (
    <div className="shortcut-groups">
      {groupsOf(shortcuts).map(([group, members]) => (
        <section key={group}>
          <h3>{group}</h3>
          <dl className="shortcut-list">
            {members.map((shortcut) => (
              <div key={shortcut.label}>
                <dt>{shortcut.label}</dt>
                <dd>
                  {shortcut.keys.map((chord, index) => (
                    <span key={chord}>
                      {index > 0 && <span className="muted"> {t('shortcuts.or')} </span>}
                      <KeyHint keys={printedChord(chord)} />
                    </span>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** Each action once: a screen mounted twice, or two screens with the same action, show one line. */
function groupsOf(shortcuts: readonly Shortcut[]): [string, Shortcut[]][] {
  const groups = new Map<string, Shortcut[]>();
  for (const shortcut of shortcuts) {
    const members = groups.get(shortcut.group) ?? [];
    if (!members.some((member) => member.label === shortcut.label)) members.push(shortcut);
    groups.set(shortcut.group, members);
  }
  return [...groups];
}
