import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { bundle, repository } from '../../../build/bundle.ts';
import { driveDesk, type DriveOptions, type DrivenDesk } from '../../support/drive-desk.ts';

/** What the small app's preload puts into the page. */
interface ContractBridge {
  call(channel: string, ...values: unknown[]): Promise<unknown>;
  on(listener: (...values: unknown[]) => void): () => void;
  unknown(): string;
}

declare global {
  interface Window {
    contract: ContractBridge;
  }
}

/** The bundles of the small app. */
export async function bundleContractApp(): Promise<string> {
  const root = join(import.meta.dirname, 'app');
  return (await bundle({ root, outDir: join(repository, 'node_modules', '.cache', 'contract-app') })).outDir;
}

export async function driveContractApp(options: DriveOptions = {}): Promise<DrivenDesk> {
  return driveDesk({ ...options, distFolder: await bundleContractApp() });
}

export function call(page: Page, channel: string, ...values: unknown[]): Promise<unknown> {
  return page.evaluate(([name, given]) => window.contract.call(name, ...given), [channel, values] as const);
}
