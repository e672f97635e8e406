import type { Bilingual } from '../../../shared/domain/values.ts';
import type { Random } from './random.ts';

/** Common names of the region, freely combined: nobody in particular. */
const givenNames: [hi: string, en: string][] = [
  ['रामस्वरूप', 'Ramswaroop'],
  ['ओमप्रकाश', 'Omprakash'],
  ['भँवर लाल', 'Bhanwar Lal'],
  ['सुरेश कुमार', 'Suresh Kumar'],
  ['महेन्द्र', 'Mahendra'],
  ['दिनेश', 'Dinesh'],
  ['मुकेश', 'Mukesh'],
  ['राजेन्द्र', 'Rajendra'],
  ['कैलाश चन्द', 'Kailash Chand'],
  ['गोविन्द', 'Govind'],
  ['श्यामसुन्दर', 'Shyamsundar'],
  ['जितेन्द्र', 'Jitendra'],
  ['नरेश', 'Naresh'],
  ['हनुमान', 'Hanuman'],
  ['प्रकाश', 'Prakash'],
  ['लोकेश', 'Lokesh'],
  ['इमरान', 'Imran'],
  ['सलीम', 'Salim'],
  ['कमला', 'Kamla'],
  ['सुनीता', 'Sunita'],
  ['पुष्पा', 'Pushpa'],
  ['सरोज', 'Saroj'],
  ['ममता', 'Mamta'],
  ['संतोष', 'Santosh'],
  ['कृष्णा', 'Krishna'],
  ['ज्योति', 'Jyoti'],
  ['रेखा', 'Rekha'],
  ['अनिता', 'Anita'],
];

const surnames: [hi: string, en: string][] = [
  ['मीणा', 'Meena'],
  ['शर्मा', 'Sharma'],
  ['गुर्जर', 'Gurjar'],
  ['जाट', 'Jat'],
  ['चौधरी', 'Choudhary'],
  ['सैनी', 'Saini'],
  ['कुमावत', 'Kumawat'],
  ['प्रजापत', 'Prajapat'],
  ['राठौड़', 'Rathore'],
  ['शेखावत', 'Shekhawat'],
  ['यादव', 'Yadav'],
  ['बैरवा', 'Bairwa'],
  ['खान', 'Khan'],
  ['पालीवाल', 'Paliwal'],
  ['डांगी', 'Dangi'],
  ['मेघवाल', 'Meghwal'],
  ['सोनी', 'Soni'],
  ['जैन', 'Jain'],
  ['सुथार', 'Suthar'],
  ['गमेती', 'Gameti'],
];

export function personName(random: Random): Bilingual {
  const [givenHi, givenEn] = random.pick(givenNames);
  const [familyHi, familyEn] = random.pick(surnames);
  return { hi: `${givenHi} ${familyHi}`, en: `${givenEn} ${familyEn}` };
}

/** Another spelling of a name, as two registers write it: the rule leaves it to the officer. */
export function respelt({ hi, en }: Bilingual): Bilingual {
  return { hi: hi.replace(/ (\S+)$/u, ' देवी $1'), en: en.replace(/ (\S+)$/, ' Devi $1') };
}

/**
 * The same person as two registers have it: mostly alike; now and then one register is in Roman letters only, or has
 * the given name's first letter alone; and now and then it is somebody else's name.
 */
export function asWritten(name: Bilingual, place: number): { applicant: Bilingual; registered: Bilingual } {
  if (place % 12 === 5) {
    const roman = name.en.toUpperCase();
    return { applicant: { hi: name.hi, en: name.hi }, registered: { hi: roman, en: roman } };
  }
  if (place % 25 === 8) {
    const initial = name.en.replace(/^(\S)\S*/, '$1.');
    return { applicant: name, registered: { hi: initial, en: initial } };
  }
  if (place % 33 === 13) return { applicant: name, registered: namedOtherwise(name, place) };
  return { applicant: name, registered: name };
}

/** Neither the given name nor the surname is the same. */
function namedOtherwise(name: Bilingual, place: number): Bilingual {
  const given = givenNames.filter(([hi]) => !name.hi.startsWith(hi));
  const family = surnames.filter(([hi]) => !name.hi.endsWith(hi));
  const [givenHi, givenEn] = given[place % given.length] ?? ['', ''];
  const [familyHi, familyEn] = family[place % family.length] ?? ['', ''];
  return { hi: `${givenHi} ${familyHi}`, en: `${givenEn} ${familyEn}` };
}

/** Blocks (पंचायत समिति) and towns of the two districts of the demo. */
export const blocks: Record<'jaipur' | 'udaipur', Bilingual[]> = {
  jaipur: [
    { hi: 'आमेर', en: 'Amber' },
    { hi: 'बस्सी', en: 'Bassi' },
    { hi: 'चाकसू', en: 'Chaksu' },
    { hi: 'गोविन्दगढ़', en: 'Govindgarh' },
    { hi: 'जमवारामगढ़', en: 'Jamwaramgarh' },
    { hi: 'झोटवाड़ा', en: 'Jhotwara' },
    { hi: 'सांगानेर', en: 'Sanganer' },
    { hi: 'फागी', en: 'Phagi' },
    { hi: 'सांभर', en: 'Sambhar' },
  ],
  udaipur: [
    { hi: 'भींडर', en: 'Bhinder' },
    { hi: 'गिर्वा', en: 'Girwa' },
    { hi: 'गोगुन्दा', en: 'Gogunda' },
    { hi: 'झाड़ोल', en: 'Jhadol' },
    { hi: 'कोटड़ा', en: 'Kotra' },
    { hi: 'मावली', en: 'Mavli' },
    { hi: 'वल्लभनगर', en: 'Vallabhnagar' },
    { hi: 'बड़गाँव', en: 'Badgaon' },
  ],
};

export const lspNames: Bilingual[] = [
  { hi: 'मरुधर सेवा (नमूना)', en: 'Marudhar Seva (Sample)' },
  { hi: 'अरावली सेवा (नमूना)', en: 'Aravali Seva (Sample)' },
  { hi: 'बनास सेवा (नमूना)', en: 'Banas Seva (Sample)' },
  { hi: 'खेजड़ी सेवा (नमूना)', en: 'Khejri Seva (Sample)' },
  { hi: 'रोहिड़ा सेवा (नमूना)', en: 'Rohida Seva (Sample)' },
  { hi: 'चिंकारा सेवा (नमूना)', en: 'Chinkara Seva (Sample)' },
  { hi: 'गोडावण सेवा (नमूना)', en: 'Godawan Seva (Sample)' },
  { hi: 'लूणी सेवा (नमूना)', en: 'Luni Seva (Sample)' },
  { hi: 'माही सेवा (नमूना)', en: 'Mahi Seva (Sample)' },
  { hi: 'चम्बल सेवा (नमूना)', en: 'Chambal Seva (Sample)' },
  { hi: 'गुलमोहर सेवा (नमूना)', en: 'Gulmohar Seva (Sample)' },
  { hi: 'थार सेवा (नमूना)', en: 'Thar Seva (Sample)' },
];

export const withdrawalReasons = [
  'वर्तमान एलएसपी से तकनीकी सहायता समय पर नहीं मिलती।',
  'कमीशन का भुगतान कई माह से विलम्ब से हो रहा है।',
  'जिला समन्वयक फोन पर उपलब्ध नहीं रहते, शिकायतें लम्बित हैं।',
  'वर्तमान एलएसपी अनधिकृत शुल्क की माँग करता है।',
  'वॉलेट रिचार्ज में बार-बार समस्या और सुनवाई नहीं।',
  'नए एलएसपी का कार्यालय हमारे ब्लॉक में है, सहयोग बेहतर मिलेगा।',
];
