/**
 * The strictest policy under which the window works. The hash is of one style rule that React Aria sets at run time:
 * it belongs to the pinned version, and a test notices when an update changes it. `desk-worker` is the one Trusted
 * Types policy, used to start the PDF worker from its own file. `wasm-unsafe-eval` lets our own scripts compile
 * WebAssembly, and nothing else: pdf.js decodes fax-compressed scans with it. No script text is ever evaluated.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types desk-worker',
].join('; ');

/** Headers of every answer of the app's own scheme. Nothing may be kept by a cache on disk. */
export function secureHeaders(contentType: string): Record<string, string> {
  return {
    'content-type': contentType,
    'content-security-policy': contentPolicy,
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}
