import { z } from 'zod';
import { instant } from '../../domain/values.ts';
import { deskError } from '../errors.ts';

export const proxyMode = z.enum(['none', 'system', 'manual']);
export type ProxyMode = z.infer<typeof proxyMode>;

/** A certificate of an authority, as it is read before it is accepted. */
export const authorityView = z.object({
  /** Of the whole certificate, upper-case hex without colons. */
  sha256: z.string(),
  subject: z.string(),
  issuer: z.string(),
  validFrom: instant,
  validTo: instant,
});
export type AuthorityView = z.infer<typeof authorityView>;

/** The password itself never comes to the window. `session`: kept in memory only, until the app ends. */
export const keptPassword = z.enum(['none', 'sealed', 'session', 'lost']);

export const networkView = z.object({
  mode: proxyMode,
  /** `http://host:port`; empty where none is set. */
  proxy: z.string(),
  user: z.string(),
  password: keptPassword,
  exceptions: z.array(z.string()),
  authorities: z.array(authorityView),
  /** The file of the settings was there and could not be read: they are the first ones until saved again. */
  isDamaged: z.boolean(),
});
export type KeptPassword = z.infer<typeof keptPassword>;
export type NetworkView = z.infer<typeof networkView>;

export const networkChange = z.object({
  mode: proxyMode,
  proxy: z.string().trim().max(300),
  user: z.string().trim().max(200),
  /** Null leaves it as it is, as long as it goes to the same proxy as the same user. */
  password: z.string().max(200).nullable(),
  exceptions: z.array(z.string().trim().max(253)).max(50),
});
export type NetworkChange = z.infer<typeof networkChange>;

/** What a trial found, in the order of the road; what comes after the first failure was not reached. */
export const connectionTrial = z.object({
  /** `host:port`; null where the road is direct. */
  proxy: z.string().nullable(),
  steps: z.array(
    z.object({
      step: z.enum(['proxy', 'certificate', 'server']),
      state: z.enum(['ok', 'failed', 'not-needed', 'not-reached']),
    }),
  ),
  /** Vouches for the server's certificate. */
  authority: z.object({ name: z.string(), isOwn: z.boolean() }).nullable(),
  error: deskError.nullable(),
});
export type ConnectionTrial = z.infer<typeof connectionTrial>;
