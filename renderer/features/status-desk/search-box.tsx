import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/desk-store.ts';
import { Icon } from '../../ui/icon.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { hitListId } from './hit-list.tsx';

interface Props {
  typed: string;
  expanded: boolean;
  /** The element of the hit that Enter opens. */
  active: string | null;
  onType: (typed: string) => void;
  onMove: (by: 1 | -1) => void;
  onOpen: () => void;
}

/**
 * The one box. It has the focus whenever the desk is asked for, with what stands in it selected: the next person's
 * code is typed over the last one's.
 */
export function SearchBox({ typed, expanded, active, onType, onMove, onOpen }: Props) {
  const { t } = useTranslation('status-desk');
  const input = useRef<HTMLInputElement>(null);
  const screen = useDesk((desk) => desk.screen);

  /** Typing leaves the request that was told, and with it the screen changes: that selects nothing. */
  const isTyping = useRef(false);

  useEffect(() => {
    input.current?.focus();
    if (!isTyping.current) input.current?.select();
  }, [screen]);
  useEffect(() => {
    isTyping.current = false;
  }, [typed]);

  return (
    <div className="status-box">
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        role="combobox"
        className="field-input"
        aria-label={t('box.label')}
        aria-expanded={expanded}
        aria-controls={hitListId}
        aria-autocomplete="list"
        aria-activedescendant={active ?? undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={t('box.placeholder')}
        value={typed}
        onChange={(event) => {
          isTyping.current = true;
          onType(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') onMove(1);
          else if (event.key === 'ArrowUp') onMove(-1);
          else if (event.key === 'Enter') onOpen();
          else if (event.key === 'Escape') onType('');
          else return;
          event.preventDefault();
        }}
      />
      <KeyHint keys="F3" />
    </div>
  );
}
