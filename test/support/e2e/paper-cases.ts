import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { SeedRows } from '../../central-server/start.ts';
import { withPapers, type PaperCase } from '../../central-server/seed/checked-papers.ts';
import { passing, sampleCases, type SampleCases } from './sample-cases.ts';

export interface WantedPapers {
  /** Null for a request without any scan. */
  papers: PaperCase | null;
  /** The Aadhaar scan alone: what is not looked at need not be read. */
  onlyAadhaar?: boolean;
}

type PaperCases<Name extends string> = Omit<SampleCases<Name>, 'shape'> & {
  /** Goes to `useScene`. */
  shape: (seed: SeedRows) => Promise<SeedRows>;
};

/** One pending request of the officer's district for each case, which meets every condition, with its papers. */
export function paperCases<Name extends string>(wanted: Record<Name, WantedPapers>): PaperCases<Name> {
  const names = Object.keys(wanted) as Name[];
  const bare = sampleCases(
    Object.fromEntries(names.map((name) => [name, { change: passing }])) as Record<
      Name,
      { change: typeof passing }
    >,
  );
  const papered = new Map<Name, MigrationRequest>();
  return {
    async shape(seed) {
      const shaped = bare.shape(seed);
      const blobs = [...shaped.blobs];
      for (const name of names) {
        const { papers, onlyAadhaar = false } = wanted[name];
        const request = bare.request(name);
        const drawn = papers === null ? { request, blobs: [] } : await withPapers(request, papers);
        blobs.push(...drawn.blobs);
        papered.set(name, onlyAadhaar ? withAadhaarOnly(drawn.request) : drawn.request);
      }
      const changed = new Map([...papered.values()].map((request) => [request.id as string, request]));
      const items = shaped.items.map((item) => {
        const body = item.kind === 'request' ? changed.get(item.id) : undefined;
        return body ? { ...item, body } : item;
      });
      return { ...shaped, items, blobs };
    },
    request(name) {
      const request = papered.get(name);
      if (!request) throw new Error(`The case ${name} is read before its office was started`);
      return request;
    },
  };
}

function withAadhaarOnly(request: MigrationRequest): MigrationRequest {
  const documents = request.documents.map((document) =>
    document.kind === 'aadhaar' ? document : { ...document, scan: null },
  );
  return { ...request, documents };
}
