import type { Bilingual } from '../../../shared/domain/values.ts';

/** First names with what is hard to print and to search: conjuncts, reph, rakar, half forms, nukta, vowel signs. */
const firstNames: [string, string][] = [
  ['द्वारकाप्रसाद', 'Dwarkaprasad'],
  ['श्रीकृष्ण', 'Shrikrishna'],
  ['ज्ञानेश्वर', 'Gyaneshwar'],
  ['क्षत्रियकुमार', 'Kshatriyakumar'],
  ['दृष्टि', 'Drishti'],
  ['हर्षवर्धन', 'Harshvardhan'],
  ['कीर्तिवर्मा', 'Kirtivarma'],
  ['धर्मेन्द्र', 'Dharmendra'],
  ['ज़ुबैदा', 'Zubaida'],
  ['फ़रीद', 'Fareed'],
  ['अग्निहोत्री', 'Agnihotri'],
  ['विश्वम्भर', 'Vishwambhar'],
  ['पृथ्वीराज', 'Prithviraj'],
  ['स्फूर्ति', 'Sphurti'],
  ['चन्द्रप्रभा', 'Chandraprabha'],
  ['हृदयेश', 'Hridayesh'],
  ['उज्ज्वला', 'Ujjwala'],
  ['संघमित्रा', 'Sanghamitra'],
  ['त्र्यम्बक', 'Tryambak'],
  ['शृंगेरी', 'Shringeri'],
];
const lastNames: [string, string][] = [
  ['शर्मा', 'Sharma'],
  ['राठौड़', 'Rathore'],
  ['चौधरी', 'Choudhary'],
  ['कुम्हार', 'Kumhar'],
  ['विश्नोई', 'Vishnoi'],
  ['मीणा', 'Meena'],
  ['गुर्जर', 'Gurjar'],
  ['ब्राह्मण', 'Brahman'],
  ['सिंह शेखावत', 'Singh Shekhawat'],
  ['प्रजापत', 'Prajapat'],
  ['क़ुरैशी', 'Qureshi'],
  ['व्यास', 'Vyas'],
];

/** 240 made-up names, marked as samples. */
export const sampleNames: readonly Bilingual[] = firstNames.flatMap(([firstHi, firstEn]) =>
  lastNames.map(([lastHi, lastEn]) => ({
    hi: `नमूना ${firstHi} ${lastHi}`,
    en: `Sample ${firstEn} ${lastEn}`,
  })),
);
