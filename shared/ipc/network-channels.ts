import { z } from 'zod';
import { authorityView, connectionTrial, networkChange, networkView } from './views/network.ts';

const nothing = z.undefined();

/**
 * The calls about the road to the server. They are answered before an enrolment, which needs that road, and to whoever
 * is signed in; not behind the lock.
 */
export const networkChannels = {
  'network.read': { input: nothing, output: networkView },
  'network.write': { input: networkChange, output: networkView },
  /** Asks for a file and shows what is in it; an empty list when the officer cancelled. Nothing is trusted by it. */
  'network.chooseAuthorities': { input: nothing, output: z.array(authorityView) },
  /** Trusts those that were shown last, by their fingerprints. */
  'network.acceptAuthorities': {
    input: z.object({ sha256: z.array(z.string().max(64)).min(1).max(20) }),
    output: networkView,
  },
  'network.removeAuthority': { input: z.object({ sha256: z.string().max(64) }), output: networkView },
  /** Tries the road as typed, without keeping it. `serverUrl` null: the server at which this PC is enrolled. */
  'network.test': {
    input: z.object({ serverUrl: z.string().trim().max(300).nullable(), change: networkChange }),
    output: connectionTrial,
  },
} as const;
