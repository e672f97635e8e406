import { useTranslation } from 'react-i18next';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { FolderFiles } from './folder-files.tsx';
import { useScanFolder } from './use-scan-folder.ts';
import './intake.css';

/** The folder that the office's scanner writes to: chosen, forgotten, and what of it still lies there unmasked. */
export function FolderPanel() {
  const { t } = useTranslation('documents');
  const watched = useScanFolder();
  const { folder, error } = watched;
  const taken = folder?.files.filter(({ isTaken }) => isTaken) ?? [];
  return (
    <Panel title={t('folder.title')}>
      <div className="stack">
        <ErrorBanner error={error} />
        <p>{t('folder.text')}</p>
        <div className="row">
          {folder?.name !== undefined && folder.name !== null && <strong>{folder.name}</strong>}
          {folder?.isLost === true && (
            <Badge tone="bad" icon="alert">
              {t('folder.lost')}
            </Badge>
          )}
          <Button size="small" onPress={() => void watched.choose()}>
            {folder?.name === null ? t('folder.choose') : t('folder.chooseOther')}
          </Button>
          {folder !== null && folder.name !== null && (
            <Button size="small" variant="quiet" onPress={() => void watched.forget()}>
              {t('folder.forget')}
            </Button>
          )}
        </div>
        {taken.length > 0 && (
          <>
            <p>{t('folder.takenRemain', { count: taken.length })}</p>
            <FolderFiles files={taken} onDelete={(fileId) => void watched.deleteOriginal(fileId)} />
          </>
        )}
      </div>
    </Panel>
  );
}
