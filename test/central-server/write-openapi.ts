import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { openApiDocument } from './openapi.ts';

const file = fileURLToPath(new URL('../../docs/openapi.json', import.meta.url));
const options = await prettier.resolveConfig(file);
const text = await prettier.format(JSON.stringify(openApiDocument()), { ...options, parser: 'json' });
await mkdir(new URL('../../docs/', import.meta.url), { recursive: true });
await writeFile(file, text);
console.log('Wrote docs/openapi.json');
