import { lspId, requestId } from '../../../shared/domain/ids.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { ChangeLine } from '../../../shared/sync/protocol.ts';
import { blocks, personName } from '../../central-server/seed/names.ts';
import { Random } from '../../central-server/seed/random.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';

/** The time of the whole bench, but for what the engine reads from the clock. */
export const at = '2026-10-05T07:00:00.000Z';
export const today = '2026-10-05';

/** A line of the feed is filled up to about this many bytes: what a request with a short history weighs. */
const lineBytes = 1400;

export function idOf(n: number) {
  return requestId.parse(`req-${String(n).padStart(6, '0')}`);
}

/** The first sync: `count` sample requests, open, with names of both scripts, as lines of the feed. */
export function firstLines(count: number, seed: number): ChangeLine[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_each, n) => lineOf(requestOf(n, random), n));
}

/** A later round: as many of them as `count` were put on hold since, spread over all. */
export function changedLines(first: readonly ChangeLine[], count: number, round: number): ChangeLine[] {
  const step = Math.max(1, Math.floor(first.length / count));
  return Array.from({ length: Math.min(count, first.length) }, (_each, n) => {
    const line = first[n * step];
    if (line === undefined) throw new RangeError('More changes than requests');
    const request = line.body as MigrationRequest;
    const version = round + 2;
    const changed: MigrationRequest = { ...request, version, status: 'on-hold', updatedAt: at };
    return lineOf(changed, (round + 1) * 1_000_000 + n);
  });
}

function lineOf(body: MigrationRequest, place: number): ChangeLine {
  const cursor = `c-${String(place).padStart(9, '0')}`;
  return { cursor, kind: 'request', id: body.id, version: body.version, body };
}

function requestOf(n: number, random: Random): MigrationRequest {
  const name = personName(random);
  const applicant = {
    name: { hi: `नमूना ${name.hi}`, en: `Sample ${name.en}` },
    mobileLast4: random.digits(4),
  };
  const block = random.pick(blocks.jaipur);
  const received = `2026-09-${String(random.between(1, 28)).padStart(2, '0')}`;
  const request = sampleRequest({
    id: idOf(n),
    requestNo: `MIG/2026/${String(n).padStart(6, '0')}`,
    kioskCode: `K${String(11_000_000 + n * 7)}`,
    centreName: { hi: `${applicant.name.hi} ई-मित्र केन्द्र`, en: `${applicant.name.en} e-Mitra Centre` },
    applicant,
    registeredOperator: { ...applicant, mobileLast4: null },
    area: random.chance(0.7) ? 'rural' : 'urban',
    block,
    currentLspId: lspId.parse(`lsp-0${random.between(1, 9)}`),
    targetLspId: lspId.parse(`lsp-0${random.between(1, 9)}`),
    applicationDate: received,
    receivedOn: received,
    fee: { amount: 50_000, reference: `SAMPLE-${n}`, paidOn: received },
    history: [{ at: `${received}T06:00:00.000Z`, event: 'received', by: sampleOfficeName, note: '' }],
    updatedAt: `${received}T06:00:00.000Z`,
  });
  return { ...request, reason: padded(request) };
}

const sampleOfficeName = { hi: 'नमूना केन्द्रीय पोर्टल', en: 'Sample central portal' };
const sentence = 'नमूना: सेवा प्रदाता से समय पर सहायता नहीं मिलती है। ';

/** The reason, as long as it takes for the line to have its size. */
function padded(request: MigrationRequest): string {
  const bytes = Buffer.byteLength(JSON.stringify(lineOf({ ...request, reason: '' }, 0)));
  return sentence.repeat(Math.max(1, Math.round((lineBytes - bytes) / Buffer.byteLength(sentence))));
}
