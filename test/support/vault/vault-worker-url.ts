/** The vault's thread: of the run's one bundle, or of the sources where a test's module is used without a run. */
export const vaultWorkerUrl = new URL(
  process.env['DESK_TEST_VAULT_WORKER'] ??
    new URL('../../../electron/storage/vault-worker.ts', import.meta.url).href,
);
