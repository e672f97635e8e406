import { useTranslation } from 'react-i18next';
import { PaneMessage } from './pane-message.tsx';
import type { Broken } from './open-pdf.ts';

/** A scan that is no picture, or no PDF: named, and the rest of the review goes on. */
export function BrokenScan({ broken, onAgain }: { broken: Broken; onAgain: () => void }) {
  const { t } = useTranslation('viewer');
  return (
    <PaneMessage
      tone="problem"
      title={t(`broken.${broken}`)}
      text={t('broken.text')}
      actions={[{ label: t('broken.again'), onPress: onAgain }]}
    />
  );
}
