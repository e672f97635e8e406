import { expect, test } from 'vitest';
import type { Fault } from '../../central-server/start.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { samplePassword } from '../../support/officer/officer.ts';
import { seeError } from './support/sentences.ts';

const scene = useScene({ requests: 24, hasScans: false, isEnrolled: false });
let code = '';

/** What was typed stands after each failure, so that trying again is one click. */
async function expectKept(): Promise<void> {
  const { officer } = scene;
  await expect(officer.field('sign-in', 'enrol.activationCode').inputValue()).resolves.toBe(code);
  await expect(officer.field('sign-in', 'enrol.password').inputValue()).resolves.toBe(samplePassword);
}

async function tryAgain(): Promise<void> {
  await scene.officer.button('sign-in', 'enrol.submit').click();
}

test('a server that is down is said, and what was typed stays', async () => {
  const { office, officer, page } = scene;
  code = office.freshCode();
  await office.link.cut();
  await officer.enrol(code);
  await seeError(page, 'server-unreachable');
  await expectKept();
  await office.link.restore();
});

test.each<[Fault, string]>([
  ['html', 'server-nonsense'],
  ['502', 'server-failed'],
  ['bad-json', 'server-nonsense'],
  ['cut', 'server-unreachable'],
  ['500', 'server-failed'],
])('a server that answers with %s is named %s', async (fault, kind) => {
  scene.office.server.setFault(() => fault);
  await tryAgain();
  await seeError(scene.page, kind);
  await expectKept();
  await expect(scene.office.server.data.devices()).resolves.toHaveLength(0);
});

test('a wrong activation code is said', async () => {
  const { office, officer, page } = scene;
  office.server.setFault(null);
  await officer.field('sign-in', 'enrol.activationCode').fill('NAMUNA-XXX-0000');
  await tryAgain();
  await seeError(page, 'activation-code-wrong');
  await officer.field('sign-in', 'enrol.activationCode').fill(code);
});

test('an answer lost after the server committed costs nothing: the same code goes through, as one device', async () => {
  const { office, officer, page } = scene;
  office.server.setFault(({ path }) => (path === '/v1/enrol' ? 'drop-answer' : 'none'));
  await tryAgain();
  await seeError(page, 'server-unreachable');
  await expectKept();
  await expect(office.server.data.devices()).resolves.toHaveLength(1);

  office.server.setFault(null);
  await tryAgain();
  await officer.keepRecoveryKey();
  await officer.seeQueue();
  await officer.seeSync('complete');
  await expect(office.server.data.devices()).resolves.toHaveLength(1);
});
