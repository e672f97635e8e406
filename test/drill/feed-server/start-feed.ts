import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface FeedServer {
  url: string;
  serverKey: string;
  goodHash: string;
  hugeHash: string;
  set(feed: { total: number; tooLong?: number; withScans?: number }): Promise<void>;
  close(): Promise<void>;
}

export async function startFeed(): Promise<FeedServer> {
  const script = fileURLToPath(new URL('feed-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const told = JSON.parse(line) as Pick<FeedServer, 'url' | 'serverKey' | 'goodHash' | 'hugeHash'>;
  return {
    ...told,
    async set(feed) {
      await fetch(`${told.url}/control`, { method: 'POST', body: JSON.stringify(feed) });
    },
    async close() {
      const closed = once(child, 'close');
      child.kill();
      await closed;
    },
  };
}
