import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../../../build/bundle.ts';
import { driveDesk, makeDataFolder, type DrivenDesk } from '../../support/drive-desk.ts';
import { startOffice, type Office } from '../../support/e2e/office.ts';
import { testIssuer } from '../../support/network/test-certificates.ts';
import { testProxy, type TestProxy } from '../../support/network/test-proxy.ts';
import { tlsFront, type TlsFront } from '../../support/network/tls-front.ts';
import { Officer } from '../../support/officer/officer.ts';

const host = 'central.test';
const issuer = testIssuer('Sample Office CA');
const account = { user: 'namuna', password: 'bahut-gupt-42' };

let office: Office;
let front: TlsFront;
let proxy: TestProxy;
let desk: DrivenDesk;
const dataFolder = makeDataFolder();
const files = mkdtempSync(join(tmpdir(), 'ca-'));

beforeAll(async () => {
  await bundle();
  office = await startOffice({ requests: 12, hasScans: false });
  front = await tlsFront(office.link.url, issuer.issue([host]));
  proxy = await testProxy();
  proxy.account = account;
  writeFileSync(join(files, 'office-ca.pem'), issuer.certificate);
  const serverUrl = `https://${host}:${front.port}`;
  desk = await driveDesk({ dataFolder, serverUrl, isDemo: true, env: { DESK_TEST_OPEN_DIR: files } });
  desk.page.setDefaultTimeout(20_000);
});

afterAll(async () => {
  await desk.dispose();
  await Promise.all([proxy, front, office].map((part) => part.close()));
  for (const folder of [files, dataFolder]) rmSync(folder, { recursive: true, force: true });
});

test('an officer behind a proxy that inspects enrols with its account and its authority', async () => {
  const officer = new Officer(desk.page);
  const { page } = desk;
  const see = (text: string) => page.getByText(text, { exact: false }).first().waitFor();
  await officer.enrol(office.freshCode());
  await see(officer.text('errors', 'server-unreachable.title'));

  await officer.button('sign-in', 'enrol.network').click();
  await page.getByText(officer.text('network', 'mode.manual'), { exact: true }).click();
  await officer.field('network', 'proxy.label').fill(`127.0.0.1:${proxy.port}`);
  await officer.button('network', 'trial.button').click();
  await see(officer.text('errors', 'proxy-auth.title'));

  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(officer.text('network', 'user.label')).fill(account.user);
  await dialog.getByLabel(officer.text('network', 'password.label')).fill(account.password);
  await officer.button('network', 'apply').click();
  await see(officer.text('network', 'applied'));
  await officer.button('network', 'trial.button').click();
  await see(officer.text('errors', 'certificate-untrusted.title'));
  await see(issuer.name);

  await officer.button('network', 'ca.add').click();
  await officer.button('network', 'ca.check.accept').click();
  await officer.button('network', 'trial.button').click();
  await see(officer.text('network', 'trial.good'));
  await dialog
    .getByRole('button', { name: officer.text('common', 'close') })
    .last()
    .click();

  await officer.button('sign-in', 'enrol.submit').click();
  await officer.keepRecoveryKey();
  await officer.seeQueue();
  await officer.seeSync('complete');
  expect(new Set(proxy.tunnels)).toEqual(new Set([`${host}:${front.port}`]));
});

test('the proxy’s password lies nowhere in the data folder or the app’s output', () => {
  const found = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dataFolder, name))
    .filter((path) => lstatSync(path).isFile() && readFileSync(path).includes(account.password));
  expect(found).toEqual([]);
  expect(desk.desk.output()).not.toContain(account.password);
});
