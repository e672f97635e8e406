import { useCallback, useEffect, useState } from 'react';
import { documentLimits } from '../../../shared/domain/documents/document-fault.ts';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { DocumentKind } from '../../../shared/domain/request.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { Result } from '../../../shared/result.ts';
import type { IntakeFault, IntakeView, UnmaskedPages } from '../../../shared/ipc/views/documents.ts';
import { call, on } from '../../app/bridge.ts';

/** Which document of which request a scan is taken in for. */
export interface IntakeSlot {
  requestId: RequestId;
  documentId: string;
  kind: DocumentKind;
}

export interface Intake {
  /** What is on its way for this document, in the order it came. */
  items: readonly IntakeView[];
  error: DeskError | null;
  isBusy: boolean;
  pick: () => Promise<void>;
  drop: (files: readonly File[]) => Promise<void>;
  takeFromFolder: (fileId: string) => Promise<void>;
  fromServer: () => Promise<void>;
  giveShareCode: (id: string, code: string) => Promise<void>;
  mask: (id: string, boxes: readonly PageBox[]) => Promise<boolean>;
  showOriginal: (id: string, reason: string) => Promise<UnmaskedPages | null>;
  /** @returns whether it is in the vault now. */
  keep: (id: string) => Promise<boolean>;
  discard: (id: string) => Promise<void>;
}

/** The files on their way into the vault for one document, and what can be done with them. */
export function useIntake({ requestId, documentId, kind }: IntakeSlot): Intake {
  const [items, setItems] = useState<readonly IntakeView[]>([]);
  const [error, setError] = useState<DeskError | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const take = useCallback(
    (views: readonly IntakeView[]) => {
      const ours = views.filter((one) => one.requestId === requestId && one.documentId === documentId);
      setItems((before) => merged(before, ours));
    },
    [requestId, documentId],
  );

  useEffect(() => {
    let isCurrent = true;
    void call('intake.list', { requestId }).then((answer) => {
      if (isCurrent && answer.ok) take(answer.value);
    });
    const stop = on('intake', (view) => {
      take([view]);
    });
    return () => {
      isCurrent = false;
      stop();
    };
  }, [requestId, take]);

  /** Null where it failed; why is then in `error`. */
  async function run<Value>(asked: Promise<Result<Value, DeskError>>): Promise<{ value: Value } | null> {
    setIsBusy(true);
    setError(null);
    const answer = await asked;
    setIsBusy(false);
    if (answer.ok) return { value: answer.value };
    setError(answer.error);
    return null;
  }
  const runTake = async (asked: Promise<Result<IntakeView | IntakeView[], DeskError>>) => {
    const done = await run(asked);
    if (done) take(Array.isArray(done.value) ? done.value : [done.value]);
    return done !== null;
  };
  const forget = (id: string) => {
    setItems((before) => before.filter((one) => one.id !== id));
  };
  const slot = { requestId, documentId, kind };

  return {
    items,
    error,
    isBusy,
    async pick() {
      await runTake(call('intake.pick', slot));
    },
    async drop(files) {
      const read = await Promise.all(files.slice(0, documentLimits.intakes).map(readDropped));
      await runTake(call('intake.drop', { ...slot, files: read }));
      const beyond = files.length - read.length;
      if (beyond > 0) setError((error) => leftOut(error, beyond));
    },
    async takeFromFolder(fileId) {
      await runTake(call('folder.take', { ...slot, fileId }));
    },
    async fromServer() {
      await runTake(call('intake.fromServer', slot));
    },
    async giveShareCode(id, code) {
      await runTake(call('intake.shareCode', { id, code }));
    },
    mask: (id, boxes) => runTake(call('intake.mask', { id, boxes: [...boxes] })),
    async showOriginal(id, reason) {
      const done = await run(call('intake.showOriginal', { id, reason }));
      return done?.value ?? null;
    },
    async keep(id) {
      const done = await run(call('intake.keep', { id }));
      if (done) forget(id);
      return done !== null;
    },
    async discard(id) {
      const done = await run(call('intake.discard', { id }));
      if (done) forget(id);
    },
  };
}

async function readDropped(file: File) {
  const name = file.name.slice(-300);
  const without = (fault: IntakeFault) => ({ name, bytes: new Uint8Array(), fault });
  if (file.size > documentLimits.fileBytes) return without('too-large');
  try {
    return { name, bytes: new Uint8Array(await file.arrayBuffer()), fault: null };
  } catch {
    return without('unreadable');
  }
}

/** Besides those for which there was no place, if that is what went wrong. */
function leftOut(error: DeskError | null, beyond: number): DeskError {
  if (error === null) return { kind: 'too-many-intakes', left: beyond };
  return error.kind === 'too-many-intakes' ? { ...error, left: error.left + beyond } : error;
}

/** Each file once, the news of it last said. */
function merged(before: readonly IntakeView[], news: readonly IntakeView[]): IntakeView[] {
  const known = before.map((one) => news.find(({ id }) => id === one.id) ?? one);
  return [...known, ...news.filter(({ id }) => !before.some((one) => one.id === id))];
}
