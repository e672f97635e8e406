import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderFile } from '../../../shared/ipc/views/documents.ts';
import { formatBytes, formatInstant } from '../../../shared/text/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DeleteOriginal } from './delete-original.tsx';

interface Props {
  files: readonly FolderFile[];
  /** Absent where files are only looked after, not taken in. */
  onTake?: (fileId: string) => void;
  onDelete: (fileId: string) => void;
}

/** The files of the watched folder, newest first; of one that was taken in, the original can be deleted. */
export function FolderFiles({ files, onTake, onDelete }: Props) {
  const { t } = useTranslation('documents');
  const [deleting, setDeleting] = useState<FolderFile | null>(null);
  if (files.length === 0) return <p className="muted">{t('folder.noFiles')}</p>;
  const newestFirst = [...files].sort((a, b) => b.modifiedAt.localeCompare(a.modifiedAt));
  return (
    <>
      <ul className="folder-files">
        {newestFirst.map((file) => (
          <li key={file.id}>
            <span className="folder-name">{file.name}</span>
            <span className="muted">
              {formatBytes(file.size)} · {formatInstant(file.modifiedAt)}
            </span>
            {file.isTaken && <Badge tone="warn">{t('folder.taken')}</Badge>}
            <span className="folder-actions">
              {file.isTaken && (
                <Button
                  size="small"
                  variant="quiet"
                  onPress={() => {
                    setDeleting(file);
                  }}
                >
                  {t('folder.delete')}
                </Button>
              )}
              {onTake && (
                <Button
                  size="small"
                  onPress={() => {
                    onTake(file.id);
                  }}
                >
                  {t('folder.take')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      <DeleteOriginal
        name={deleting?.name ?? null}
        onCancel={() => {
          setDeleting(null);
        }}
        onDelete={() => {
          if (deleting) onDelete(deleting.id);
          setDeleting(null);
        }}
      />
    </>
  );
}
