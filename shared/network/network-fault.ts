import { z } from 'zod';

/** Why network settings or a certificate of an authority were not taken. Nothing was changed then. */
export const networkFault = z.enum([
  'proxy-missing',
  'proxy-not-an-address',
  /** Written into the address, user and password would lie in clear. */
  'proxy-has-credentials',
  'user-missing',
  'exception-invalid',
  'file-empty',
  'file-too-large',
  'file-not-a-certificate',
  /** A private key does not belong into anybody else's hands: nothing of the file was kept. */
  'file-private-key',
  'certificate-not-an-authority',
  'certificate-expired',
  'certificate-not-yet-valid',
  'too-many-certificates',
]);
export type NetworkFault = z.infer<typeof networkFault>;
