let saving: Promise<unknown> = Promise.resolve();

/** A review was left while its draft is still on its way to the vault. */
export function keepUntilSaved(save: Promise<void>): void {
  saving = Promise.all([saving, save]);
}

/**
 * Resolves when the drafts of all reviews that were left are in the vault, or could not be saved. Who opens a request
 * waits for it: an older draft would be shown, and the next change would take the newer one's place.
 */
export async function draftsSettled(): Promise<void> {
  await saving;
}
