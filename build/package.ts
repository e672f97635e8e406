import { build, Platform } from 'electron-builder';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundle, repository } from './bundle.ts';
import { fetchElectron } from './launch/fetch-electron.ts';
import { makeStubDistribution } from './package/stub-distribution.ts';

export interface Packaged {
  /** The unpacked app. */
  folder: string;
  /** True where Electron could not be had: everything is in place but Electron itself. */
  isStub: boolean;
}

/** Builds the unpacked package for this machine's processor on Linux, as electron-builder.yml describes it. */
export async function packageDesk(output = join(repository, 'release')): Promise<Packaged> {
  await bundle();
  const electron = fetchElectron(repository, electronVersion());
  const stubFolder = join(repository, 'node_modules', '.cache', 'stub-distribution');
  const electronDist = electron ? dirname(electron) : await makeStubDistribution(stubFolder);
  await build({
    projectDir: repository,
    targets: Platform.LINUX.createTarget('dir'),
    config: { extends: 'electron-builder.yml', electronDist, directories: { output } },
    publish: 'never',
  });
  const folder = join(output, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);
  return { folder, isStub: electron === null };
}

function electronVersion(): string {
  const manifest = readFileSync(join(repository, 'node_modules', 'electron', 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

if (import.meta.main) {
  const { folder, isStub } = await packageDesk();
  process.stdout.write(`Packaged: ${folder}\n`);
  if (isStub) {
    process.stdout.write(
      'Electron cannot be had here: this package holds a stub in its place and does not start.\n',
    );
  }
}
