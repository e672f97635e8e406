import { readFileSync } from 'node:fs';

/** A user and group by their numbers, as `spawn` takes them. */
export interface Account {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made, else as nobody. */
const namesForRoot = ['postgres', 'nobody'];

/**
 * Whom a server has to run as.
 *
 * @returns null for the user who runs this.
 * @throws when this is root and the system has no other user.
 */
export function serverAccount(
  userId = process.getuid?.() ?? -1,
  users = () => readFileSync('/etc/passwd', 'utf8'),
): Account | null {
  if (userId !== 0) return null;
  const lines = users()
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of namesForRoot) {
    const [, , uid, gid] = lines.find(([each]) => each === name) ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(`PostgreSQL cannot run as root, and there is no user ${namesForRoot.join(' or ')}`);
}
