import type { Bilingual } from '../../../../shared/domain/values.ts';

export interface SamplePlace {
  village: Bilingual;
  tehsil: Bilingual;
  district: Bilingual;
  /** The first three digits of the PIN codes there. */
  pinBeginning: string;
}

const place = (village: string, tehsil: string, district: string, pinBeginning: string): SamplePlace => ({
  village: both(village),
  tehsil: both(tehsil),
  district: both(district),
  pinBeginning,
});

/** `हिन्दी|Roman` as one text. */
function both(text: string): Bilingual {
  const [hi = '', en = ''] = text.split('|');
  return { hi, en };
}

export const places: readonly SamplePlace[] = [
  place('नमूना खेड़ा|Namuna Kheda', 'चाकसू|Chaksu', 'जयपुर|Jaipur', '303'),
  place('नमूना नगर|Namuna Nagar', 'सांगानेर|Sanganer', 'जयपुर|Jaipur', '302'),
  place('नमूना बास|Namuna Bas', 'लक्ष्मणगढ़|Laxmangarh', 'सीकर|Sikar', '332'),
  place('नमूना की ढाणी|Namuna Ki Dhani', 'ओसियां|Osian', 'जोधपुर|Jodhpur', '342'),
  place('नमूना पुरा|Namuna Pura', 'मावली|Mavli', 'उदयपुर|Udaipur', '313'),
  place('नमूना गढ़|Namuna Garh', 'लाडनूं|Ladnun', 'नागौर|Nagaur', '341'),
  place('नमूना मण्डी|Namuna Mandi', 'सूरतगढ़|Suratgarh', 'श्रीगंगानगर|Sri Ganganagar', '335'),
  place('नमूना सर|Namuna Sar', 'बाड़मेर|Barmer', 'बाड़मेर|Barmer', '344'),
];

export const streets: readonly Bilingual[] = [
  both('वार्ड नं 4|Ward No 4'),
  both('स्टेशन रोड|Station Road'),
  both('मुख्य बाजार|Main Bazar'),
  both('हनुमान मंदिर के पास|Near Hanuman Mandir'),
  both('सदर बाजार|Sadar Bazar'),
  both('गांधी चौक|Gandhi Chowk'),
];
