import { folderAssets } from '../assets/folder-assets.ts';
import { packageAssets } from '../assets/package-assets.ts';
import { examineDocument } from '../examine-document.ts';
import { hostPort } from './host-port.ts';
import { serveJobs } from './serve-jobs.ts';

/** The process in which hostile files are opened. Its argument is the folder of the assets, if they lie in one. */
const [folder] = process.argv.slice(2);

serveJobs(hostPort(), examineDocument, folder === undefined ? packageAssets() : folderAssets(folder));
