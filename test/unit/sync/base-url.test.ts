import { expect, it } from 'vitest';
import { checkServerUrl } from '../../../electron/sync/base-url.ts';

it.each([
  ['https://central.example/', 'https://central.example'],
  [' https://central.example/desk/ ', 'https://central.example/desk'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://localhost:1', 'http://localhost:1'],
  ['http://[::1]:5', 'http://[::1]:5'],
])('takes %s', (text, url) => expect(checkServerUrl(text)).toEqual({ ok: true, value: url }));

it.each([
  ['http://central.example', 'not-https'],
  ['http://127.0.0.1.example', 'not-https'],
  ['http://localhost.example', 'not-https'],
  ['ftp://central.example', 'not-https'],
  ['file:///etc/passwd', 'not-a-url'],
  ['javascript:alert(1)', 'not-a-url'],
  ['https://user:secret@central.example', 'has-credentials'],
  ['https://central.example/?a=1', 'not-a-url'],
  ['central', 'not-a-url'],
  ['', 'not-a-url'],
])('refuses %s', (text, error) => expect(checkServerUrl(text)).toEqual({ ok: false, error }));
