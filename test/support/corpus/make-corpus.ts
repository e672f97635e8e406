import { chanceOf } from '../../simulation/random.ts';
import { assertDevanagariFont } from '../scans/devanagari-font.ts';
import type { SecureQrOptions, SecureQrVersion } from './codes/secure-qr.ts';
import { damagePicture, damages as allDamages, type Damage, type DamagedPicture } from './damage.ts';
import { drawPaper, samplePaperKinds, type PaperTruth, type SamplePaperKind } from './papers.ts';
import { samplePerson, type SamplePerson } from './person.ts';

export interface CorpusItem {
  /** `0007-aadhaar-back-scan-poor.jpg`: also the seed's own name for it. */
  name: string;
  sample: SamplePaperKind;
  damage: Damage;
  person: SamplePerson;
  truth: PaperTruth;
  /** One picture for each page. */
  pages: DamagedPicture[];
}

export interface CorpusOptions {
  seed: number;
  count: number;
  /** All by default. Kinds and damages are gone through in turn, so that each pair comes equally often. */
  kinds?: readonly SamplePaperKind[];
  damages?: readonly Damage[];
  /** How Secure QR codes are made; V1 to V5, packing and hashes are by chance where it does not say. */
  code?: SecureQrOptions;
}

/** Papers one by one, each of another person; the same ones for the same options. */
export async function* makeCorpus(options: CorpusOptions): AsyncGenerator<CorpusItem> {
  await assertDevanagariFont();
  for (let place = 0; place < options.count; place += 1) yield corpusItem(options, place);
}

/** The item at one place of a corpus, without making those before it. */
export async function corpusItem(options: CorpusOptions, place: number): Promise<CorpusItem> {
  const { seed, kinds = samplePaperKinds, damages = allDamages } = options;
  const sample = kinds[place % kinds.length];
  const damage = damages[Math.floor(place / kinds.length) % damages.length];
  if (sample === undefined || damage === undefined) throw new Error('A corpus needs a kind and a damage');
  const own = Math.imul(seed, 2_654_435_761) + place;
  const person = samplePerson(own);
  const { truth, sheets } = await drawPaper(sample, person, { ...codeByChance(own), ...options.code });
  const pages: DamagedPicture[] = [];
  for (const [page, sheet] of sheets.entries()) pages.push(await damagePicture(sheet, damage, own + page));
  const ending = pages[0]?.mime === 'image/png' ? 'png' : 'jpg';
  const name = `${String(place).padStart(4, '0')}-${sample}-${damage}.${ending}`;
  return { name, sample, damage, person, truth, pages };
}

const versions: readonly SecureQrVersion[] = ['V1', 'V2', 'V3', 'V4', 'V5'];

function codeByChance(seed: number): SecureQrOptions {
  const chance = chanceOf(seed ^ 0xc0de);
  return {
    version: chance.pick(versions),
    packing: chance.next() < 0.8 ? 'gzip' : 'zlib',
    hashes: chance.pick([0, 1, 2] as const),
  };
}
