import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { childArguments } from './child-arguments.ts';
import type { DocumentChild, LaunchChild } from './document-child.ts';

/**
 * The process for documents under plain Node: for the verbs without a window, and tests.
 *
 * @param entry the module that it runs
 * @param assetsFolder null where the assets are taken from the packages
 */
export function nodeChildLauncher(entry: URL, assetsFolder: string | null): LaunchChild {
  return (isPortableOnly): DocumentChild => {
    const child = fork(fileURLToPath(entry), childArguments(assetsFolder, isPortableOnly), {
      serialization: 'advanced',
      // Its own words may quote a document. Nothing of them reaches a terminal or a log.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
    });
    return {
      post: (message) => void child.send(message as object, () => undefined),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => onceEnded(child, listener),
      kill: () => void child.kill('SIGKILL'),
    };
  };
}

/** A process that could not be started says `error` and never `exit`. */
function onceEnded(child: ReturnType<typeof fork>, listener: () => void): void {
  let isTold = false;
  const tell = () => {
    if (isTold) return;
    isTold = true;
    listener();
  };
  child.once('exit', tell);
  child.on('error', tell);
}
