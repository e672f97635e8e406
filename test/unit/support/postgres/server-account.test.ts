import { expect, test } from 'vitest';
import { serverAccount } from '../../../support/postgres/server-account.ts';

const users = (...lines: string[]) => `${lines.join('\n')}\n`;
const nobody = 'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin';

test('root has PostgreSQL run as its own user, else as nobody; anybody else as himself', () => {
  const both = users(nobody, 'postgres:x:101:104::/var/lib/postgresql:/bin/bash');
  expect(serverAccount(0, () => both)).toEqual({ uid: 101, gid: 104 });
  expect(serverAccount(0, () => users(nobody))).toEqual({ uid: 65534, gid: 65534 });
  expect(serverAccount(1000, () => both)).toBeNull();
  expect(() => serverAccount(0, () => users('root:x:0:0::/root:/bin/sh'))).toThrow('cannot run as root');
});
