import { registerHooks } from 'node:module';

/**
 * `node --import build/stand-in/register.ts dist/electron/main.js`: from here on `electron` is the stand-in, for
 * `import` and `require` alike, in this process and nowhere else.
 */
const standIn = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve(specifier, context, nextResolve) {
    const isElectron = specifier === 'electron' || specifier === 'electron/main';
    return isElectron ? { url: standIn, shortCircuit: true } : nextResolve(specifier, context);
  },
});
