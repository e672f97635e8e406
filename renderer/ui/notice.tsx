import type { ReactNode } from 'react';
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast';
import { Text } from 'react-aria-components/Text';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { toneIcon, type Tone } from './tone.ts';

export interface Notice {
  tone: Tone;
  title: string;
  /** More below the title; may be a component that keeps its own clock (a countdown with Undo). */
  content?: ReactNode;
}

const queue = new ToastQueue<Notice>({ maxVisibleToasts: 3 });

/**
 * Shows a notice at the lower right, spoken by screen readers.
 * @param timeout milliseconds until it goes by itself (at least 5,000); without it, it stays until closed.
 * @param onClose runs when it is gone, by itself or by hand.
 * @returns closes it.
 */
export function showNotice(notice: Notice, timeout?: number, onClose?: () => void): () => void {
  const key = queue.add(notice, {
    ...(timeout === undefined ? {} : { timeout: Math.max(5000, timeout) }),
    ...(onClose === undefined ? {} : { onClose }),
  });
  return () => {
    queue.close(key);
  };
}

/** Stands once, in the shell. */
export function NoticeRegion({ label, closeLabel }: { label: string; closeLabel: string }) {
  return (
    <ToastRegion queue={queue} className="notice-region" aria-label={label}>
      {({ toast }) => (
        <Toast toast={toast} className={`notice ${toast.content.tone}`}>
          <Icon name={toneIcon[toast.content.tone]} />
          <ToastContent className="notice-content">
            <Text slot="title" className="notice-title">
              {toast.content.title}
            </Text>
            {toast.content.content}
          </ToastContent>
          <Button slot="close" variant="quiet" size="small" icon="close" label={closeLabel} />
        </Toast>
      )}
    </ToastRegion>
  );
}
