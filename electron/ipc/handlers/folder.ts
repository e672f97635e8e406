import { instantOf } from '../../../shared/domain/india-date.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import { fail, ok } from '../../../shared/result.ts';
import { intakeViewOf } from '../../documents/intake/intake-item.ts';
import { whileSignedIn, type Services } from '../services.ts';

type Folders = Extract<keyof Handlers, `folder.${string}`>;

/** The folder that the office's scanner writes to. */
export function folderHandlers(services: Services): Pick<Handlers, Folders> {
  const { folder, shelf, chooser } = services.documents;
  const watch = async (path: string | null) => {
    await services.preferences.setScanFolder(path);
    folder.watch(path);
    await folder.look();
    return ok(folder.state());
  };
  return {
    'folder.state': () =>
      whileSignedIn(services, async () => {
        await folder.look();
        return ok(folder.state());
      }),
    'folder.choose': () =>
      whileSignedIn(services, async () => {
        const path = await chooser.folder();
        return path === null ? ok(folder.state()) : watch(path);
      }),
    'folder.forget': () => whileSignedIn(services, () => watch(null)),
    'folder.take': ({ fileId, ...slot }) =>
      whileSignedIn(services, async () => {
        const file = await folder.read(fileId);
        if (!file) return fail({ kind: 'folder-lost' });
        const { id: folderFileId, ...read } = file;
        const offered = { ...read, source: 'folder', folderFileId } as const;
        const item = shelf.add(slot, offered);
        return item ? ok(intakeViewOf(item)) : fail({ kind: 'too-many-intakes', left: 1 });
      }),
    'folder.deleteOriginal': ({ fileId }) =>
      whileSignedIn(services, async ({ vault, officer }) => {
        const at = instantOf(services.clock.now());
        const entry = { at, actor: officer.officerId, subject: null };
        // On record first: what is deleted cannot be asked again.
        await vault.store.noteAudit({ ...entry, action: 'original-delete-asked', detail: { file: fileId } });
        const result = await folder.deleteOriginal(fileId);
        const action = result === 'deleted' ? 'original-deleted' : 'original-not-deleted';
        await vault.store.noteAudit({ ...entry, action, detail: { file: fileId } });
        if (result === 'deleted') return ok(folder.state());
        return fail({ kind: result === 'changed' ? 'original-changed' : 'folder-lost' });
      }),
  };
}
