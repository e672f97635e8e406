import { line, sampleMark, scribble, wrap } from './drawing.ts';
import { madeUp, printedDate, type MadeUp, type ScanSubject } from './scan-subject.ts';

/** A4 at about 120 dots an inch. */
export const pageSize = { width: 1000, height: 1414 };

const ink = '#23367d';

/** The pages of a filled form, two or three. */
export function applicationPages(subject: ScanSubject): string[] {
  const made = madeUp(subject);
  const pages = [factsPage(subject), declarationPage(subject, made)];
  if (made.next() < 0.5) pages.push(consentPage(subject, made));
  return pages.map((page, place) => framed(page, place + 1, pages.length));
}

function framed(content: string, page: number, pages: number): string {
  const { width, height } = pageSize;
  return `<rect width="${width}" height="${height}" fill="#fffefa"/>
    ${content}
    ${line(500, 1376, `पृष्ठ ${page} / ${pages} · नमूना प्रपत्र · Sample form`, { size: 20, color: '#667', anchor: 'middle' })}
    ${sampleMark(width, height, 150)}`;
}

function factsPage({ request, district, currentLsp, targetLsp }: ScanSubject): string {
  const paid = request.fee
    ? `₹${request.fee.amount / 100} · ${request.fee.reference} · ${printedDate(request.fee.paidOn)}`
    : 'संलग्न नहीं';
  const rows: [label: string, value: string][] = [
    ['अनुरोध क्रमांक / Request no.', request.requestNo],
    ['कियोस्क कोड / Kiosk code', request.kioskCode],
    ['केन्द्र का नाम / Centre', request.centreName.hi],
    ['आवेदक का नाम / Applicant', request.applicant.name.hi],
    ['Name in English', request.applicant.name.en],
    ['मोबाइल (अंतिम 4) / Mobile', `XXXXXX${request.applicant.mobileLast4 ?? 'XXXX'}`],
    ['जिला, ब्लॉक / District, block', `${district.hi}, ${request.block.hi}`],
    ['क्षेत्र / Area', request.area === 'rural' ? 'ग्रामीण / Rural' : 'शहरी / Urban'],
    ['वर्तमान एलएसपी / Current LSP', currentLsp.hi],
    ['प्रस्तावित एलएसपी / Proposed LSP', targetLsp.hi],
    ['पूर्व माइग्रेशन / Earlier migrations', String(request.migrationsBefore)],
    ['शुल्क / Fee', paid],
    ['आवेदन दिनांक / Date', printedDate(request.applicationDate)],
  ];
  const reason = wrap(request.reason ?? '', 62);
  return `
    ${line(500, 84, 'माइग्रेशन (प्रवासन) हेतु आवेदन पत्र', { size: 40, weight: 700, anchor: 'middle' })}
    ${line(500, 124, 'Application form for migration of an e-Mitra kiosk (sample)', { size: 23, anchor: 'middle' })}
    ${rows.map(([label, value], place) => fieldRow(170 + place * 66, label, value)).join('')}
    ${line(60, 1082, 'वर्तमान एलएसपी छोड़ने का कारण / Reason for leaving:', { size: 24, weight: 700 })}
    ${reason.map((each, place) => line(80, 1128 + place * 44, each, { size: 27, color: ink })).join('')}`;
}

function fieldRow(y: number, label: string, value: string): string {
  return `<rect x="60" y="${y}" width="880" height="66" fill="none" stroke="#7a828d" stroke-width="1.5"/>
    <line x1="430" y1="${y}" x2="430" y2="${y + 66}" stroke="#7a828d" stroke-width="1.5"/>
    ${line(76, y + 42, label, { size: 22 })}
    ${line(450, y + 43, value, { size: 26, color: ink })}`;
}

function declarationPage({ request }: ScanSubject, { next }: MadeUp): string {
  const sentences = [
    'मैं घोषणा करता/करती हूँ कि यह केन्द्र मेरे नाम से पंजीकृत है और यह आवेदन मैं स्वयं कर रहा/रही हूँ।',
    'मुझे ज्ञात है कि एक आईडी अधिकतम तीन बार माइग्रेट हो सकती है और इसके लिए निर्धारित शुल्क देय है।',
    'माइग्रेशन के पश्चात सेवा इतिहास, वॉलेट एवं सुरक्षा राशि का मिलान मेरे द्वारा किया जाएगा।',
    'ऊपर दी गई सभी सूचनाएँ सही हैं। असत्य पाए जाने पर आवेदन निरस्त किया जा सकेगा।',
  ];
  const lines = sentences.flatMap((sentence, place) => wrap(`${place + 1}. ${sentence}`, 66).concat(''));
  return `
    ${line(500, 96, 'घोषणा / Declaration', { size: 36, weight: 700, anchor: 'middle' })}
    ${lines.map((each, place) => line(80, 180 + place * 42, each, { size: 26 })).join('')}
    ${line(80, 900, `स्थान: ${request.block.hi}`, { size: 26, color: ink })}
    ${line(80, 948, `दिनांक: ${printedDate(request.applicationDate)}`, { size: 26, color: ink })}
    ${scribble(620, 890, next)}
    ${line(740, 960, `(${request.applicant.name.hi})`, { size: 26, color: ink, anchor: 'middle' })}
    ${line(740, 1000, 'आवेदक के हस्ताक्षर / Signature', { size: 22, anchor: 'middle' })}`;
}

function consentPage({ request, targetLsp }: ScanSubject, { next }: MadeUp): string {
  const text = wrap(
    `${targetLsp.hi} कियोस्क ${request.kioskCode} (${request.centreName.hi}) को अपने अधीन लेने हेतु सहमत है। जिले में आवश्यक शर्तें पूर्ण हैं।`,
    64,
  );
  return `
    ${line(500, 96, 'प्रस्तावित एलएसपी की सहमति / Consent of the proposed LSP', { size: 32, weight: 700, anchor: 'middle' })}
    ${text.map((each, place) => line(80, 190 + place * 46, each, { size: 27, color: ink })).join('')}
    <g transform="translate(300 760) rotate(-9)" opacity="0.75">
      <circle r="112" fill="none" stroke="#5b3a8c" stroke-width="5"/>
      <circle r="84" fill="none" stroke="#5b3a8c" stroke-width="2"/>
      ${line(0, -4, 'नमूना मुहर', { size: 30, weight: 700, color: '#5b3a8c', anchor: 'middle' })}
      ${line(0, 32, 'SAMPLE', { size: 24, color: '#5b3a8c', anchor: 'middle' })}</g>
    ${scribble(620, 760, next)}
    ${line(740, 840, 'जिला समन्वयक (नमूना)', { size: 25, anchor: 'middle' })}`;
}
