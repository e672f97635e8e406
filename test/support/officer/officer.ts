import type { Locator, Page } from 'playwright-core';
import type { Outcome } from '../../../shared/domain/decision.ts';
import type { Language } from '../../../shared/domain/values.ts';
import { words } from './words.ts';

export const samplePassword = 'नमूना-खिड़की-बारिश-42';

/** What an officer does in the window, in the words on the screen. Waits as a person would: until it is there. */
export class Officer {
  readonly page: Page;
  readonly #language: Language;

  constructor(page: Page, language: Language = 'hi') {
    this.page = page;
    this.#language = language;
  }

  text(...key: Parameters<typeof words> extends [Language, ...infer Rest] ? Rest : never): string {
    return words(this.#language, ...key);
  }

  button(...key: Parameters<Officer['text']>): Locator {
    return this.page.getByRole('button', { name: this.text(...key) });
  }

  /** Presses this officer's own language in the header. */
  async chooseLanguage(): Promise<void> {
    await this.page.locator('.language-toggle').locator(`button[lang="${this.#language}"]`).click();
  }

  /** Types a whole enrolment form and sends it; what follows (recovery key or an error) is the caller's to expect. */
  async enrol(
    activationCode: string,
    options: { serverUrl?: string; password?: string } = {},
  ): Promise<void> {
    const password = options.password ?? samplePassword;
    if (options.serverUrl !== undefined)
      await this.field('sign-in', 'enrol.serverUrl').fill(options.serverUrl);
    await this.field('sign-in', 'enrol.activationCode').fill(activationCode);
    await this.field('sign-in', 'enrol.password').fill(password);
    await this.field('sign-in', 'enrol.repeat').fill(password);
    await this.button('sign-in', 'enrol.submit').click();
  }

  /** Ticks that the recovery key is written down. @returns the key as shown. */
  async keepRecoveryKey(): Promise<string> {
    const key = this.page.locator('.recovery-key');
    await key.waitFor();
    const shown = (await key.textContent()) ?? '';
    await this.page.getByText(this.text('sign-in', 'recovery.written')).click();
    await this.button('sign-in', 'recovery.continue').click();
    return shown;
  }

  async signIn(password = samplePassword): Promise<void> {
    await this.field('sign-in', 'password').fill(password);
    await this.button('sign-in', 'signIn').click();
  }

  async lock(): Promise<void> {
    // Locking loads the window anew; what is typed before that is gone.
    await Promise.all([this.page.waitForEvent('load'), this.button('shell', 'lock').click()]);
    await this.field('sign-in', 'password').waitFor();
  }

  /** Changes the words on the screen; this officer goes on reading the language it was made with. */
  async showIn(language: Language): Promise<void> {
    await this.page.locator(`.language-toggle button[lang="${language}"]`).click();
    await this.page.locator(`html[lang="${language}"]`).waitFor();
  }

  get queue(): Locator {
    return this.page.getByRole('grid', { name: this.text('queue', 'title') });
  }

  /** Waits until the queue shows at least one request. */
  async seeQueue(): Promise<void> {
    await this.queue.getByRole('gridcell').first().waitFor({ timeout: 60_000 });
  }

  async goTo(part: 'queue' | 'outbox' | 'settings'): Promise<void> {
    const navigation = this.page.getByRole('navigation');
    await navigation.getByRole('button', { name: this.text('shell', `navigation.${part}`) }).click();
  }

  /** Finds a request as a quick officer does: the search box, then Enter at once. */
  async open(searchFor: string): Promise<void> {
    await this.goTo('queue');
    await this.page.locator('.queue-search').waitFor();
    await this.page.keyboard.press('/');
    await this.page.keyboard.type(searchFor);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('region', { name: this.text('review', 'decide.label') }).waitFor();
  }

  /** The button of one of the four decisions. */
  outcomeButton(outcome: Outcome): Locator {
    return this.page
      .getByRole('group', { name: this.text('review', 'decide.prompt') })
      .locator(`button[data-outcome="${outcome}"]`);
  }

  get remarks(): Locator {
    // Notes on checks and pins have labels that end alike.
    return this.page.locator('.review-dock').getByLabel(this.text('review', 'remarks.label'));
  }

  /** Decides the open request, with the first coded reason where one is needed, and confirms. */
  async decide(outcome: Outcome, remarks = ''): Promise<void> {
    await this.prepare(outcome, remarks);
    await this.confirm();
  }

  /** Up to the dialog that says what will be recorded. */
  async prepare(outcome: Outcome, remarks = ''): Promise<void> {
    if (remarks) await this.remarks.fill(remarks);
    await this.outcomeButton(outcome).click();
    // A choice that lacks nothing goes on to the dialog by itself.
    if (!(await this.dialog.isVisible())) {
      if (outcome === 'approve') await this.#giveOverrides();
      else await this.page.locator('.review-outcome-fields .choice').first().click();
      await this.button('review', 'decide.record').click();
    }
    await this.dialog.waitFor();
    const acknowledge = this.dialog.getByText(this.text('review', 'confirm.acknowledge'));
    if (await acknowledge.isVisible()) await acknowledge.click();
  }

  async confirm(): Promise<void> {
    await this.dialog.getByRole('button', { name: this.text('review', 'confirm.record') }).click();
  }

  /** The notice that the decision is on disk. */
  async seeRecorded(outcome: Outcome): Promise<void> {
    await this.page
      .getByText(this.text('review', `notice.${outcome}`))
      .first()
      .waitFor();
  }

  async #giveOverrides(): Promise<void> {
    for (const field of await this.page.locator('.review-overrides input').all()) {
      await field.fill('नमूना: अभिलेख देखकर स्वीकृत');
    }
  }

  /** The dialog that is open; notices are something else. */
  get dialog(): Locator {
    return this.page.locator('section.dialog');
  }

  /** Waits until a page of the chosen document is drawn. */
  async seeScan(): Promise<void> {
    await this.page.locator('.viewer-page[data-ready="true"]').first().waitFor();
  }

  /** What the outbox says of a request's decisions. */
  outboxRow(requestNo: string): Locator {
    return this.page.locator('.list-table tbody tr').filter({ hasText: requestNo });
  }

  /** Opens the first receipt that the outbox offers. */
  async showReceipt(): Promise<void> {
    await this.button('outbox', 'receipt.show').first().click();
    await this.dialog.waitFor();
  }

  /** In the outbox, there only while something can still be undone. Its words end in the number, or begin with it. */
  get sealAllButton(): Locator {
    const buttons = this.page.locator('.screen-head').getByRole('button');
    return buttons.filter({ hasText: this.text('outbox', 'sealNow') });
  }

  /** Seals everything that can still be undone, in the outbox. */
  async sealAll(): Promise<void> {
    await this.goTo('outbox');
    await this.sealAllButton.click();
    await this.dialog.getByRole('button', { name: this.text('outbox', 'sealConfirm.yes') }).click();
  }

  get syncStrip(): Locator {
    return this.page.getByRole('contentinfo', { name: this.text('sync', 'label') });
  }

  async syncNow(): Promise<void> {
    await this.syncStrip.getByRole('button').click();
  }

  /** Waits until the strip says what `sync:state.<state>` says. Masking what came unmasked takes its time. */
  async seeSync(state: string): Promise<void> {
    const [said = ''] = this.text('sync', `state.${state}`).split('{{');
    await this.syncStrip.getByText(said.trim()).first().waitFor({ timeout: 120_000 });
  }

  field(...key: Parameters<Officer['text']>): Locator {
    return this.page.getByLabel(this.text(...key), { exact: false }).first();
  }
}
