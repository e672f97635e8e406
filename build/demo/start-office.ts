import { cuttableLink, type CuttableLink } from '../../test/support/link/cuttable-link.ts';
import { demoPapersOf, type PaperCase } from '../../test/central-server/seed/checked-papers.ts';
import { startCentralServer, type CentralServer } from '../../test/central-server/start.ts';
import type { MigrationRequest } from '../../shared/domain/request.ts';

/** A district office's surroundings for a demo: the central server with its sample data, and a link that can be cut. */
export interface DemoOffice {
  server: CentralServer;
  link: CuttableLink;
  activationCode: string;
  /** Pending requests of the officer's district whose scans have come, the ones with most scans first. */
  requestsWithScans(): Promise<MigrationRequest[]>;
  /** A request whose papers the desk's checks can read, by what they shall find. */
  requestWithPapers(paperCase: PaperCase): MigrationRequest;
  close(): Promise<void>;
}

const demoDistrict = 'jaipur';

export async function startOffice(): Promise<DemoOffice> {
  const server = await startCentralServer({
    seed: 'demo',
    transfers: { everyMilliseconds: 2000, delayMilliseconds: 20_000 },
  });
  const link = await cuttableLink(server.url);
  const activationCode = server.activationCodes[0]?.code;
  if (activationCode === undefined) throw new Error('The sample data has no activation code');
  const papers = demoPapersOf(await server.data.requests(demoDistrict));
  return {
    server,
    link,
    activationCode,
    async requestsWithScans() {
      const requests = await server.data.requests(demoDistrict);
      const withScans = requests.filter((request) => request.status === 'pending' && countScans(request) > 0);
      return withScans.sort((a, b) => countScans(b) - countScans(a));
    },
    requestWithPapers(wanted) {
      const found = papers.find(({ paperCase }) => paperCase === wanted);
      if (!found) throw new Error(`The sample data has no request with papers: ${wanted}`);
      return found.request;
    },
    async close() {
      await link.close();
      await server.close();
    },
  };
}

function countScans(request: MigrationRequest): number {
  return request.documents.filter((document) => document.scan?.masked).length;
}
