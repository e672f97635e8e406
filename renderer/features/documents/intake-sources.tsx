import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { FolderFiles } from './folder-files.tsx';
import type { Intake } from './use-intake.ts';
import type { WatchedFolder } from './use-scan-folder.ts';

interface Props {
  intake: Intake;
  watched: WatchedFolder;
  /** The server's scan came unmasked and waits for a box by hand. */
  isOnServer: boolean;
}

/** Where a scan can come from: a file, a drag, the watched folder, or the server's unmasked one. */
export function IntakeSources({ intake, watched, isOnServer }: Props) {
  const { t } = useTranslation('documents');
  const [isOver, setIsOver] = useState(false);
  const { folder } = watched;
  return (
    <div className="stack">
      {isOnServer && (
        <div className="intake-server">
          <p>{t('intake.fromServerText')}</p>
          <Button variant="primary" isPending={intake.isBusy} onPress={() => void intake.fromServer()}>
            {t('intake.fromServer')}
          </Button>
        </div>
      )}
      <div
        className="intake-drop"
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => {
          setIsOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          const files = [...event.dataTransfer.files];
          if (files.length > 0) void intake.drop(files);
        }}
      >
        <Button
          variant={isOnServer ? 'secondary' : 'primary'}
          icon="upload"
          isPending={intake.isBusy}
          autoFocus
          onPress={() => void intake.pick()}
        >
          {t('intake.pick')}
        </Button>
        <p>{t('intake.dropHere')}</p>
        <p className="muted">{t('intake.kinds')}</p>
      </div>
      {folder !== null && folder.name !== null && (
        <section>
          <h3>{t('folder.of', { name: folder.name })}</h3>
          {folder.isLost ? (
            <p className="intake-lost">{t('folder.lost')}</p>
          ) : (
            <>
              <p className="muted">{t('folder.remains')}</p>
              <FolderFiles
                files={folder.files}
                onTake={(fileId) => void intake.takeFromFolder(fileId)}
                onDelete={(fileId) => void watched.deleteOriginal(fileId)}
              />
            </>
          )}
        </section>
      )}
      {folder?.name === null && <p className="muted">{t('folder.noneHint')}</p>}
    </div>
  );
}
