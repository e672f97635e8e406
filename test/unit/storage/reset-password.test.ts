import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { officerId } from '../../../shared/domain/ids.ts';
import { pull, requestLine, rid } from '../../contract/store-fixture.ts';
import { enrolAnother, enrolledVault, password } from './vault-fixture.ts';

type Enrolled = Awaited<ReturnType<typeof enrolledVault>>;
const newPassword = 'नमूना-नया-पासवर्ड-7';
let vault: Enrolled;
beforeEach(async () => {
  vault = await enrolledVault();
});
afterEach(async () => vault.dispose());

const keyring = () => readFile(join(vault.folder, 'keyring.json'), 'utf8');

describe('a new password by the recovery key', () => {
  it('opens the same vault with the same signing key, and the old password no longer does', async () => {
    const before = await vault.desk.open(vault.officerId, password);
    await pull(before.vault.store, requestLine(1));
    await before.vault.close();

    await vault.desk.resetPassword(vault.officerId, vault.recoveryKey, newPassword);

    await expect(vault.desk.open(vault.officerId, password)).rejects.toMatchObject({
      kind: 'wrong-password',
    });
    const after = await vault.desk.open(vault.officerId, newPassword);
    expect(after.officer.sign('sample')).toBe(vault.signature);
    expect((await after.vault.store.request(rid(1)))?.request.id).toBe(rid(1));
    await after.vault.close();
  });

  it('can be set while the vault is open behind a lock', async () => {
    const { vault: open } = await vault.desk.open(vault.officerId, password);
    await vault.desk.resetPassword(vault.officerId, vault.recoveryKey, newPassword);
    expect((await vault.desk.unlock(vault.officerId, newPassword)).sign('sample')).toBe(vault.signature);
    await open.close();
  });

  it.each(['', 'AAAA-BBBB', 'another'])('is refused for the key %j, and nothing changes', async (typed) => {
    const other = await enrolAnother();
    const before = await keyring();
    const key = typed === 'another' ? other.recoveryKey : typed;
    await expect(vault.desk.resetPassword(vault.officerId, key, newPassword)).rejects.toMatchObject({
      kind: 'wrong-password',
    });
    expect(await keyring()).toBe(before);
    await other.dispose();
  });

  it('is refused for an officer who is not in the keyring', async () => {
    await expect(
      vault.desk.resetPassword(officerId.parse('nobody'), vault.recoveryKey, newPassword),
    ).rejects.toMatchObject({ kind: 'wrong-password' });
  });
});
