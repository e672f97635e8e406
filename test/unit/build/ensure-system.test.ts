import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  ensureSystem,
  SystemPartMissingError,
  type SystemAccess,
} from '../../../build/system/ensure-system.ts';
import { findChromium } from '../../../build/system/find-chromium.ts';

let folder: string;
let commands: string[];
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-system-'));
  commands = [];
  said = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function addProgram(name: string, script = ''): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** A system whose search path is one folder, and whose installer does what the test says. */
function system(userId: number, onCommand: (command: string) => boolean = () => true): SystemAccess {
  return {
    environment: { PATH: folder },
    userId,
    run(command) {
      commands.push(command.join(' '));
      return { isOk: onCommand(command.join(' ')), text: 'E: Unable to locate package' };
    },
    say: (line) => said.push(line),
  };
}

test('does nothing when nothing is missing', () => {
  addProgram('chromium');
  addProgram('fc-list', 'echo "Noto Sans Devanagari"');
  ensureSystem(['chromium', 'fonts'], system(0));
  expect(commands).toEqual([]);
  expect(said).toEqual([]);
});

test('installs what is missing as root, says so in one line, and looks again', () => {
  addProgram('apt-get');
  ensureSystem(
    ['chromium', 'xvfb'],
    system(0, (command) => {
      if (command.includes(' install ')) ['chromium', 'Xvfb'].forEach((name) => addProgram(name));
      return true;
    }),
  );
  const apt = 'env DEBIAN_FRONTEND=noninteractive apt-get -qq -y';
  expect(commands).toEqual([`${apt} update`, `${apt} install --no-install-recommends chromium xvfb`]);
  expect(said).toHaveLength(1);
});

test('uses sudo where it asks no password', () => {
  addProgram('apt-get');
  addProgram('sudo');
  const access = system(1000, (command) => {
    if (command.includes(' install ')) addProgram('chromium');
    return true;
  });
  ensureSystem(['chromium'], access);
  expect(commands[0]).toBe('sudo -n true');
  expect(commands[2]).toMatch(/^sudo -n env .* install .*chromium$/);
});

test('names exactly what to install where it may not install', () => {
  addProgram('apt-get');
  addProgram('sudo');
  const access = system(1000, () => false);
  expect(() => {
    ensureSystem(['chromium', 'fonts'], access);
  }).toThrow(/Chromium .*Devanagari.*sudo apt-get install chromium fontconfig fonts-noto-core/);
  expect(commands).toEqual(['sudo -n true']);
});

test('a system without Debian packages gets the names too', () => {
  expect(() => {
    ensureSystem(['xvfb'], system(0));
  }).toThrow(SystemPartMissingError);
  expect(commands).toEqual([]);
});

test('an installation that fails gives the reason', () => {
  addProgram('apt-get');
  expect(() => {
    ensureSystem(
      ['chromium'],
      system(0, () => false),
    );
  }).toThrow(/Chromium[^]*Unable to locate package/);
});

test('fonts without Devanagari count as missing', () => {
  addProgram('fc-list', 'exit 0');
  expect(() => {
    ensureSystem(['fonts'], system(0));
  }).toThrow('Devanagari');
});

test('DESK_CHROMIUM wins, and one that cannot be run is no Chromium', () => {
  const own = addProgram('my-browser');
  addProgram('chromium');
  expect(findChromium({ PATH: folder, DESK_CHROMIUM: own })).toBe(own);
  chmodSync(own, 0o644);
  expect(findChromium({ PATH: folder, DESK_CHROMIUM: own })).toBeNull();
  expect(findChromium({ PATH: folder })).toBe(join(folder, 'chromium'));
});
