import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderFile, IntakeView } from '../../../shared/ipc/views/documents.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showNotice } from '../../ui/notice.tsx';
import { DeleteOriginal } from './delete-original.tsx';
import { IntakeItem, mustMaskByHand } from './intake-item.tsx';
import { IntakeSources } from './intake-sources.tsx';
import { useIntake, type Intake, type IntakeSlot } from './use-intake.ts';
import { useScanFolder, type WatchedFolder } from './use-scan-folder.ts';
import './intake.css';

interface Props {
  slot: IntakeSlot;
  /** Files that were dropped on the viewer: taken in at once. */
  dropped: readonly File[];
  isOnServer: boolean;
  onClose: () => void;
}

/** Takes a scan in for one document: from wherever it comes, masked, looked at, and only then kept. */
export function IntakeDialog({ slot, dropped, isOnServer, onClose }: Props) {
  const { t } = useTranslation(['documents', 'viewer', 'common']);
  const intake = useIntake(slot);
  const watched = useScanFolder();
  const [remaining, setRemaining] = useState<FolderFile | null>(null);
  const item = intake.items[0] ?? null;
  useDropped(dropped, intake);

  const kept = (one: IntakeView) => {
    showNotice({ tone: 'good', title: t('intake.kept', { kind: t(`viewer:kinds.${slot.kind}`) }) }, 6000);
    const original = originalOf(one, watched);
    if (original) setRemaining(original);
    else if (intake.items.length < 2) onClose();
  };

  return (
    <Dialog
      title={t('intake.title', { kind: t(`viewer:kinds.${slot.kind}`) })}
      isOpen
      width="large"
      closeLabel={t('common:close')}
      onClose={onClose}
      footer={
        remaining === null && item ? (
          <ItemFooter item={item} intake={intake} onKept={kept} />
        ) : (
          <Button onPress={onClose}>{t('common:close')}</Button>
        )
      }
    >
      <div className="stack">
        <ErrorBanner error={intake.error ?? watched.error} />
        {remaining !== null ? (
          <OriginalRemains
            file={remaining}
            watched={watched}
            onDone={() => {
              setRemaining(null);
              if (intake.items.length === 0) onClose();
            }}
          />
        ) : item ? (
          <>
            {intake.items.length > 1 && (
              <p className="muted">{t('intake.more', { count: intake.items.length - 1 })}</p>
            )}
            <IntakeItem key={item.id} item={item} intake={intake} />
          </>
        ) : (
          <IntakeSources intake={intake} watched={watched} isOnServer={isOnServer} />
        )}
      </div>
    </Dialog>
  );
}

/** Once: an effect that runs twice would take the files in twice. */
function useDropped(dropped: readonly File[], intake: Intake): void {
  const taken = useRef<readonly File[] | null>(null);
  useEffect(() => {
    if (dropped.length === 0 || taken.current === dropped) return;
    taken.current = dropped;
    void intake.drop(dropped);
  }, [dropped, intake]);
}

/** The file of the watched folder that was taken in, not a new one of its name; the list may not say yet that it was. */
function originalOf(item: IntakeView, { folder }: WatchedFolder): FolderFile | null {
  return folder?.files.find(({ id }) => id === item.folderFileId) ?? null;
}

interface FooterProps {
  item: IntakeView;
  intake: Intake;
  onKept: (item: IntakeView) => void;
}

function ItemFooter({ item, intake, onKept }: FooterProps) {
  const { t } = useTranslation('documents');
  const isAtWork = item.state.state === 'queued' || item.state.state === 'working';
  return (
    <>
      <Button onPress={() => void intake.discard(item.id)}>
        {isAtWork ? t('intake.cancel') : t('intake.discard')}
      </Button>
      {item.state.state === 'ready' && (
        <Button
          variant="good"
          isPending={intake.isBusy}
          isDisabled={mustMaskByHand(item)}
          onPress={() => {
            void intake.keep(item.id).then((isKept) => {
              if (isKept) onKept(item);
            });
          }}
        >
          {t('intake.keep')}
        </Button>
      )}
    </>
  );
}

/** Said once more after the masked copy is kept: the unmasked paper still lies in the folder. */
function OriginalRemains(props: { file: FolderFile; watched: WatchedFolder; onDone: () => void }) {
  const { t } = useTranslation('documents');
  const { file, watched, onDone } = props;
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Banner
        tone="warn"
        title={t('folder.remainsTitle')}
        actions={
          <>
            <Button
              size="small"
              variant="danger"
              autoFocus
              onPress={() => {
                setIsAsking(true);
              }}
            >
              {t('folder.delete')}
            </Button>
            <Button size="small" onPress={onDone}>
              {t('folder.leave')}
            </Button>
          </>
        }
      >
        <p>{t('folder.remainsText', { name: file.name })}</p>
      </Banner>
      <DeleteOriginal
        name={isAsking ? file.name : null}
        onCancel={() => {
          setIsAsking(false);
        }}
        onDelete={() => {
          setIsAsking(false);
          void watched.deleteOriginal(file.id).then((isDeleted) => {
            if (isDeleted) onDone();
          });
        }}
      />
    </>
  );
}
