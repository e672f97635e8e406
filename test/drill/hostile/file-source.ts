import { hostileFile } from '../../support/corpus/hostile/hostile-file.ts';

/**
 * Makes hostile files in a process of its own: what the making takes must not count as growth of the process that has
 * them examined.
 */
process.once('disconnect', () => process.exit(0));
process.on('message', (seed: number) => {
  void hostileFile(seed).then(({ name, bytes, kind }) => {
    process.send?.({ seed, name, kind, bytes: new Uint8Array(bytes) }, undefined, undefined, () => undefined);
  });
});
