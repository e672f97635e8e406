import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const made = z.object({
  seed: z.int(),
  name: z.string(),
  kind: z.string(),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});
export type MadeFile = z.infer<typeof made>;

export interface HostileFiles {
  get(seed: number): Promise<MadeFile>;
  close(): void;
}

/** Hostile files by their seeds, made elsewhere. */
export function hostileFiles(): HostileFiles {
  const child = fork(fileURLToPath(new URL('./file-source.ts', import.meta.url)), {
    serialization: 'advanced',
  });
  const waiting = new Map<number, PromiseWithResolvers<MadeFile>>();
  child.on('message', (raw) => {
    const file = made.parse(raw);
    waiting.get(file.seed)?.resolve(file);
    waiting.delete(file.seed);
  });
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('The process that makes the files ended'));
  });
  return {
    get(seed) {
      const promise = Promise.withResolvers<MadeFile>();
      waiting.set(seed, promise);
      child.send(seed);
      return promise.promise;
    },
    close: () => void child.kill(),
  };
}
