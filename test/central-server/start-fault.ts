import { FolderInUse } from './folder-lock.ts';

/** A server that did not start, in one line; null for what nobody foresaw. */
export function startFault(error: unknown): string | null {
  if (error instanceof FolderInUse) return error.message;
  if (!(error instanceof Error) || !('code' in error)) return null;
  switch (error.code) {
    case 'EADDRINUSE':
      return 'Another program listens on this port: end it, or give another one (--port N; 0 is any free one)';
    case 'EACCES':
      return `Not allowed: ${error.message}`;
    case 'EEXIST':
    case 'ENOTDIR':
      return `The data folder is no folder: ${error.message}`;
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
      return 'The PostgreSQL server of DATABASE_URL does not answer';
    default:
      return null;
  }
}
