import { utilityProcess } from 'electron';
import { fileURLToPath } from 'node:url';
import { childArguments } from './child-arguments.ts';
import type { DocumentChild, LaunchChild } from './document-child.ts';

/**
 * The process for documents in the app: a utility process of Electron's.
 *
 * @param entry the bundled `document-process.js`
 * @param assetsFolder `document-assets` beside the bundles
 */
export function utilityChildLauncher(entry: URL, assetsFolder: string): LaunchChild {
  return (isPortableOnly): DocumentChild => {
    const child = utilityProcess.fork(fileURLToPath(entry), childArguments(assetsFolder, isPortableOnly), {
      serviceName: 'documents',
      stdio: 'ignore',
    });
    return {
      post: (message) => child.postMessage(message),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', listener),
      kill: () => {
        const { pid } = child;
        child.kill();
        // `kill` asks first; a decoder in an endless loop does not listen.
        if (pid !== undefined) endAtOnce(pid);
      },
    };
  };
}

function endAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It had ended by itself.
  }
}
