import { cuttableLink, type CuttableLink } from '../link/cuttable-link.ts';
import {
  demoSeed,
  startCentralServer,
  type CentralServer,
  type SeedRows,
} from '../../central-server/start.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';

export const officeDistrict = 'jaipur';

export interface OfficeOptions {
  /** How many requests in both districts together; about three in five are the officer's, half of them pending. */
  requests?: number;
  /** Whether documents are rendered. The drawings are cached, the first run draws. */
  hasScans?: boolean;
  /** Changes the rows before the server starts with them. */
  shape?: (seed: SeedRows) => SeedRows | Promise<SeedRows>;
}

/** A central server of its own with a small seed, behind a link that can be cut. */
export interface Office {
  server: CentralServer;
  link: CuttableLink;
  /** A code that nobody has used; another one with each call, until the officer's are used up. */
  freshCode(): string;
  /** The officer's requests as the server has them now, in the order of their ids. */
  requests(): Promise<MigrationRequest[]>;
  /** Everything that the desk has sent to the server so far. */
  sent(): Buffer;
  close(): Promise<void>;
}

export async function startOffice(options: OfficeOptions = {}): Promise<Office> {
  const { requests = 40, hasScans = true, shape = (seed: SeedRows) => seed } = options;
  const seed = await shape(await demoSeed({ today: new Date(), requests, hasScans }));
  const server = await startCentralServer({ seed });
  const sent: Buffer[] = [];
  const link = await cuttableLink(server.url, (part) => sent.push(part));
  const codes = seed.activationCodes.filter(({ officerId }) => officerId.includes(officeDistrict));
  return {
    server,
    link,
    freshCode() {
      const next = codes.shift();
      if (!next) throw new Error('The seed has no unused activation code left');
      return next.code;
    },
    sent: () => Buffer.concat(sent),
    requests: () => server.data.requests(officeDistrict),
    async close() {
      await link.close();
      await server.close();
    },
  };
}
