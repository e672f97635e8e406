import { parseArgs } from 'node:util';
import { folderAssets } from '../assets/folder-assets.ts';
import { packageAssets } from '../assets/package-assets.ts';
import { enginesOf } from '../examine/engines-of.ts';
import { examineDocument } from '../examine-document.ts';
import { hostPort } from './host-port.ts';
import { watchMemory } from './memory-watch.ts';
import { serveJobs } from './serve-jobs.ts';

/**
 * The process in which hostile files are opened. `--assets` is their folder, if they lie in one, which they do beside
 * the bundles; `--portable` keeps off the system's own library for networks.
 */
const { values } = parseArgs({
  options: { assets: { type: 'string' }, portable: { type: 'boolean', default: false } },
});
const assets = values.assets === undefined ? packageAssets() : folderAssets(values.assets);
const isBundled = import.meta.url.endsWith('.js');

watchMemory(new URL(isBundled ? './document-watch.js' : './serve-memory-watch.ts', import.meta.url));
const used = { ...assets, isPortableOnly: values.portable };
serveJobs(hostPort(), examineDocument, used);
// They take longest to open; a process is started only where a file has come, or is about to.
void enginesOf(used).tesseract();
void enginesOf(used).paddle();
