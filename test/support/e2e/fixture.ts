import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { bundle } from '../../../build/bundle.ts';
import { driveDesk, makeDataFolder, type DrivenDesk } from '../drive-desk.ts';
import { Officer } from '../officer/officer.ts';
import { keepFailure } from './failure-shot.ts';
import { startOffice, type Office, type OfficeOptions } from './office.ts';

export interface SceneOptions extends OfficeOptions {
  /** Enrolled and signed in, the queue filled and everything received, before the first test. Default true. */
  isEnrolled?: boolean;
}

/** One office and one PC in it, for all tests of a file. */
export interface Scene {
  readonly office: Office;
  readonly desk: DrivenDesk;
  readonly page: Page;
  /** Whoever sits at the PC, reading Hindi. */
  readonly officer: Officer;
  readonly dataFolder: string;
  /** Ends the app, in order or as a power cut does, and starts it again on the same data. */
  restart(how: 'quit' | 'kill9'): Promise<void>;
}

/**
 * Registers the making and the end of a scene with the test file that calls it; read its parts inside tests only. When
 * a test fails, a picture of the window goes to `.demo/failures`.
 */
export function useScene(options: SceneOptions = {}): Scene {
  const { isEnrolled = true, ...officeOptions } = options;
  let office: Office | null = null;
  let desk: DrivenDesk | null = null;
  let dataFolder = '';

  const launch = async () => {
    desk = await driveDesk({ dataFolder, serverUrl: made(office).link.url, isDemo: true });
    desk.page.setDefaultTimeout(20_000);
  };

  beforeAll(async () => {
    await bundle();
    dataFolder = makeDataFolder();
    office = await startOffice(officeOptions);
    await launch();
    if (!isEnrolled) return;
    try {
      await enrolAndPull(new Officer(made(desk).page), office);
    } catch (error) {
      await keepFailure(desk, 'enrolment of the scene');
      throw error;
    }
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepFailure(desk, task.name);
  });

  afterAll(async () => {
    await desk?.dispose();
    await office?.close();
    if (dataFolder) rmSync(dataFolder, { recursive: true, force: true });
  });

  return {
    get office() {
      return made(office);
    },
    get desk() {
      return made(desk);
    },
    get page() {
      return made(desk).page;
    },
    get officer() {
      return new Officer(made(desk).page);
    },
    get dataFolder() {
      return dataFolder;
    },
    async restart(how) {
      await made(desk)[how]();
      await launch();
    },
  };
}

async function enrolAndPull(officer: Officer, office: Office): Promise<void> {
  await officer.enrol(office.freshCode());
  await officer.keepRecoveryKey();
  await officer.seeQueue();
  await officer.seeSync('complete');
}

function made<T>(part: T | null): T {
  if (part === null) throw new Error('The scene is read before it is made: read it inside a test');
  return part;
}
