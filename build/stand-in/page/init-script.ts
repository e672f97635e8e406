import { installBridge, type BridgeSetup } from './page-bridge.ts';
import { decodeWire, encodeWire } from './wire-codec.ts';

/**
 * The text that Chromium runs before a document's own scripts. It is source, not `eval`, so the app's content policy
 * needs no exception for it.
 */
export function initScript(setup: BridgeSetup, preloadSource: string): string {
  const preload = `function preload(require, module, exports, process) {\n${preloadSource}\n}`;
  const values = [JSON.stringify(setup), encodeWire.toString(), decodeWire.toString(), preload];
  return `(${installBridge.toString()})(${values.join(', ')});`;
}
