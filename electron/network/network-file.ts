import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { proxyMode } from '../../shared/ipc/views/network.ts';
import { writeDurably } from '../storage/durable-file.ts';
import { readProxyAddress } from './proxy-address.ts';

/** As it lies in the data folder. The password only as the operating system's key store sealed it. */
const keptNetwork = z
  .object({
    version: z.literal(1),
    mode: proxyMode,
    proxy: z.string().max(300),
    user: z.string().max(200),
    sealedPassword: z.string().max(8000).nullable(),
    exceptions: z.array(z.string().max(253)).max(50),
    authorities: z.array(z.string().max(64_000).refine(isCertificate)).max(20),
  })
  .refine(({ mode, proxy }) => mode !== 'manual' || readProxyAddress(proxy).ok);
export type KeptNetwork = z.infer<typeof keptNetwork>;

const first: KeptNetwork = {
  ...{ version: 1, mode: 'none', proxy: '', user: '', sealedPassword: null },
  ...{ exceptions: [], authorities: [] },
};

/** What cannot be read gives the first settings, and is told: a proxy that vanished silently would look like no link. */
export async function readNetworkFile(file: string): Promise<{ kept: KeptNetwork; isDamaged: boolean }> {
  const text = await readFile(file, 'utf8').catch((error: unknown) =>
    error instanceof Error && 'code' in error && error.code === 'ENOENT' ? null : '',
  );
  if (text === null) return { kept: first, isDamaged: false };
  const parsed = keptNetwork.safeParse(jsonOf(text));
  return parsed.success ? { kept: parsed.data, isDamaged: false } : { kept: first, isDamaged: true };
}

export function writeNetworkFile(file: string, kept: KeptNetwork): Promise<void> {
  return writeDurably(file, `${JSON.stringify(kept, null, 1)}\n`);
}

function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text).ca;
  } catch {
    return false;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
