import { workerUrl } from './pdf-assets.ts';

/** What we use of the browser's Trusted Types; TypeScript's DOM library does not describe them yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/** The one named policy of the window: it lets the PDF worker's own address through, and no other. */
function makePolicy(): { createScriptURL(url: string): string } {
  const rules = {
    createScriptURL(url: string): string {
      if (url !== workerUrl) throw new TypeError('Only the PDF worker may be started here');
      return url;
    },
  };
  const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  return trustedTypes ? trustedTypes.createPolicy('desk-worker', rules) : rules;
}

const policy = makePolicy();

export function startPdfWorker(): Worker {
  return new Worker(policy.createScriptURL(workerUrl), { type: 'module', name: 'pdf' });
}
