import type { ReasonCode } from '../../../shared/domain/master.ts';

export const demoReasonCodes: ReasonCode[] = [
  code('R01', 'कियोस्क की श्रेणी C नहीं है', 'The kiosk is not of category C', ['reject']),
  code('R02', 'तीन माइग्रेशन पहले हो चुके हैं', 'The ID has migrated three times already', ['reject']),
  code('R03', 'आवेदन अधिसूचित अवधि के बाहर है', 'Applied outside the notified window', ['reject']),
  code('R04', 'आवेदक केन्द्र का पंजीकृत संचालक नहीं है', 'The applicant is not the registered operator', [
    'reject',
    'return',
  ]),
  code('R05', 'यह स्वामित्व परिवर्तन है, माइग्रेशन नहीं', 'A change of ownership, not a migration', ['reject']),
  code('R06', 'प्रस्तावित एलएसपी शर्तें पूरी नहीं करता', 'The proposed LSP does not meet the conditions', [
    'reject',
    'hold',
  ]),
  code('R07', 'प्रस्तावित और वर्तमान एलएसपी एक ही हैं', 'The proposed LSP is the current one', [
    'reject',
    'return',
  ]),
  code('O01', 'शुल्क का प्रमाण नहीं मिला या राशि कम है', 'Fee not shown, or less than due', ['return', 'reject']),
  code('O02', 'एलएसपी छोड़ने का कारण नहीं दिया गया', 'No reason for leaving the LSP is given', ['return']),
  code('O03', 'दस्तावेज अस्पष्ट या अधूरा है', 'A document is unreadable or incomplete', ['return']),
  code('O04', 'आवश्यक दस्तावेज संलग्न नहीं है', 'A needed document is missing', ['return']),
  code('O05', 'नाम दस्तावेजों से मेल नहीं खाता', 'The name does not match the documents', ['return', 'hold']),
  code('H01', 'एलएसपी के आँकड़ों की पुष्टि प्रतीक्षित', "Confirmation of the LSP's figures is awaited", ['hold']),
  code('H02', 'जिला समन्वयक की सहमति प्रतीक्षित', "The district coordinator's consent is awaited", ['hold']),
  code('H03', 'बकाया राशि का निपटान प्रतीक्षित', 'Settlement of dues is awaited', ['hold', 'return']),
];

function code(name: string, hi: string, en: string, outcomes: ReasonCode['outcomes']): ReasonCode {
  return { code: name, text: { hi, en }, outcomes };
}
