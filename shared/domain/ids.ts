import { z } from 'zod';

/** Branded, so that an officer's id cannot be passed where a request's is meant. */
export const requestId = z.string().min(1).max(64).brand('RequestId');
export type RequestId = z.infer<typeof requestId>;

/** UUIDv7: sortable by creation, made on the PC where the decision was made. */
export const decisionId = z.uuid().brand('DecisionId');
export type DecisionId = z.infer<typeof decisionId>;

export const officerId = z.string().min(1).max(64).brand('OfficerId');
export type OfficerId = z.infer<typeof officerId>;

export const deviceId = z.string().min(1).max(64).brand('DeviceId');
export type DeviceId = z.infer<typeof deviceId>;

export const lspId = z.string().min(1).max(64).brand('LspId');
export type LspId = z.infer<typeof lspId>;

/** The district's key in this system: its English name in lower case with hyphens (`sri-ganganagar`). */
export const districtId = z
  .string()
  .regex(/^[a-z][a-z-]{1,40}$/)
  .brand('DistrictId');
export type DistrictId = z.infer<typeof districtId>;

/** SHA-256 of the content, lower-case hex. Content-addressed: the name proves the bytes. */
export const blobHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand('BlobHash');
export type BlobHash = z.infer<typeof blobHash>;
