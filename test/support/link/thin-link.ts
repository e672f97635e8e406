import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';

export interface ThinLinkOptions {
  /** Each way; 32 kbit/s are 4,000. Shared by all connections. */
  bytesPerSecond: number;
  /** Milliseconds from end to end, one way. */
  delay: number;
  /** 0 … 1: the share of packets that are lost and sent again, which holds up all that follows on the connection. */
  loss: number;
  /** 0 … 1, repeatable. */
  random: () => number;
}

export interface ThinLink {
  url: string;
  /** Bytes that went through so far: to the server and from it. */
  carried(): { up: number; down: number };
  close(): Promise<void>;
}

const packetBytes = 1_400;
/** TCP's own wait before it sends a lost packet again, as a rule twice the way there and back. */
const resendAfter = 4;

/** The road between a desk and the central server as a village has it: narrow, long and lossy. A TCP relay. */
export async function thinLink(serverUrl: string, options: ThinLinkOptions): Promise<ThinLink> {
  const target = new URL(serverUrl);
  const sockets = new Set<Socket>();
  const up = lane(options);
  const down = lane(options);
  const server = createServer((inner) => {
    const outer = connect(Number(target.port), target.hostname);
    for (const socket of [inner, outer]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    }
    joined(inner, outer, up);
    joined(outer, inner, down);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address !== 'object') throw new Error('The link has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    carried: () => ({ up: up.carried(), down: down.carried() }),
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** One direction: packets leave one after the other at the link's rate, and arrive after its delay. */
function lane({ bytesPerSecond, delay, loss, random }: ThinLinkOptions) {
  let freeAt = 0;
  let bytes = 0;
  return {
    carried: () => bytes,
    /** When a packet arrives at the other end, by the monotonic clock. */
    arrival(size: number): number {
      freeAt = Math.max(freeAt, performance.now()) + (size * 1000) / bytesPerSecond;
      bytes += size;
      return freeAt + delay + (random() < loss ? resendAfter * delay : 0);
    },
  };
}

function joined(from: Socket, to: Socket, way: ReturnType<typeof lane>): void {
  let last = 0;
  from.on('data', (part: Buffer) => {
    from.pause();
    for (let at = 0; at < part.length; at += packetBytes) {
      const packet = part.subarray(at, at + packetBytes);
      // In the order of the connection: what follows a lost packet waits for it.
      last = Math.max(last, way.arrival(packet.length));
      later(last, () => to.writable && to.write(packet));
    }
    // No more is taken in than the link has in flight: else a broken connection would already hold everything.
    later(last - 2, () => from.resume());
  });
  from.on('error', () => to.destroy());
  from.on('end', () => later(last, () => to.end()));
  from.on('close', (isBroken) => later(last, () => (isBroken ? to.destroy() : to.end())));
}

function later(at: number, run: () => void): void {
  setTimeout(run, Math.max(0, at - performance.now()));
}
