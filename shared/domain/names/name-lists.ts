/** Words before or after a name that are no part of it. They count only where the other name has them joined. */
export const titles: ReadonlySet<string> = words(`
  shri sri shree sree shriman srimati shrimati shreemati smt shmt mr mrs ms miss dr er prof adv kum ku km late lt sh
  pt pandit ji jee sahab saheb sahib
  श्री श्रीमती श्रीमति श्रीमान सुश्री कु कुमारी कुं डॉ डा डाॅ प्रो स्व स्वर्गीय पं पंडित पण्डित जी साहब मि मिस
`);

/** Titles in front only: behind a name they are a part of it. */
export const titlesInFront: ReadonlySet<string> = words('kumari कुमारी');

export type Relation = 'father' | 'husband' | 'other';

/** From here on another person is named: the father, the husband; or another name of the same one. */
export const relations: ReadonlyMap<string, Relation> = new Map([
  ...relationWords('father', 'पुत्र सुपुत्र पुत्री सुपुत्री आत्मज आत्मजा सुत पिता putra suputra putri'),
  ...relationWords('husband', 'पत्नी धर्मपत्नी पति विधवा patni'),
  ...relationWords('other', 'उर्फ alias urf'),
]);

/** Short forms, in full. */
export const shortForms: Readonly<Record<string, string>> = {
  md: 'mohammad',
  mo: 'mohammad',
  moh: 'mohammad',
  mohd: 'mohammad',
  mohmd: 'mohammad',
  mhd: 'mohammad',
  मो: 'मोहम्मद',
  मोह: 'मोहम्मद',
  मोहद: 'मोहम्मद',
  kr: 'kumar',
  kmr: 'kumar',
  pd: 'prasad',
  sng: 'singh',
  chd: 'chand',
};

export type FillerGender = 'male' | 'female' | 'either';

/** Words that many names carry and many clerks leave out, by skeleton. They tell little about who it is. */
export const fillers: Readonly<Record<string, FillerGender>> = {
  sing: 'male',
  kumr: 'male',
  ll: 'male',
  rm: 'male',
  cnd: 'male',
  prsd: 'male',
  ds: 'male',
  ml: 'male',
  muhmd: 'male',
  dibi: 'female',
  bi: 'female',
  kumri: 'female',
  knbr: 'female',
  kur: 'female',
  bnu: 'female',
  bigm: 'female',
  ktun: 'female',
  knm: 'female',
  bibi: 'female',
};

/** Other spellings of fillers, by skeleton. As first names they are names of their own. */
export const fillerForms: Readonly<Record<string, string>> = {
  cndr: 'cnd',
  cndir: 'cnd',
  bigum: 'bigm',
};

/** Spellings too far apart for the ear, by skeleton; to the sounds that stand for all of them. */
export const sameNames: Readonly<Record<string, string>> = {
  muhmd: 'mohammad',
  sing: 'sing',
  sinh: 'sing',
  gurjr: 'gurjar',
  gujr: 'gurjar',
  lcmi: 'lakSmi',
  lcmn: 'lakSman',
  girirj: 'girirAj',
  girj: 'girirAj',
  knbr: 'kaNvar',
  kunbr: 'kaNvar',
  prjpti: 'prajApat',
  birm: 'varmA',
  brm: 'varmA',
  dut: 'dat',
  ahmd: 'ahmad',
};

/** Other names share these skeletons (Girja, Biram, Birma, Singa): only words that sound like this are meant. */
export const sameNameSounds: Readonly<Record<string, RegExp>> = {
  girj: /[aA]j$/,
  birm: /^[vb][aeE]rm/,
  brm: /^[vb][aeE]rm/,
  sing: /[gGh]$/,
};

function relationWords(relation: Relation, text: string): (readonly [string, Relation])[] {
  return [...words(text)].map((word) => [word, relation] as const);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
