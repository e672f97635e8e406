import { line, sampleMark } from './drawing.ts';
import { madeUp, type ScanSubject } from './scan-subject.ts';

export const cardSize = { width: 1000, height: 630 };

/** Like an identity card in its arrangement only: no emblem, no logo, and the number is masked as the rules demand. */
export function aadhaarLikeCard(subject: ScanSubject): string {
  const { name } = subject.request.applicant;
  const { aadhaarLast4, bornOn, next } = madeUp(subject);
  return `
    <rect width="1000" height="630" rx="26" fill="#fdfcf7"/>
    <rect width="1000" height="12" y="96" fill="#e58a3a" opacity="0.75"/>
    <rect width="1000" height="12" y="112" fill="#5f9e5a" opacity="0.75"/>
    ${line(500, 52, 'नमूना पहचान पत्र (आधार जैसा)', { size: 36, weight: 700, anchor: 'middle' })}
    ${line(500, 86, 'Sample identity card · not a real Aadhaar', { size: 22, color: '#4a5261', anchor: 'middle' })}
    ${portrait(60, 160)}
    ${line(320, 210, name.hi, { size: 38, weight: 700 })}
    ${line(320, 256, name.en, { size: 32 })}
    ${line(320, 312, `जन्म तिथि / DOB: ${bornOn}`, { size: 28 })}
    ${line(320, 358, `जिला / District: ${subject.district.hi} / ${subject.district.en}`, { size: 26 })}
    ${checkeredSquare(760, 170, next)}
    ${line(500, 516, `XXXX XXXX ${aadhaarLast4}`, { size: 60, weight: 700, anchor: 'middle' })}
    <rect width="1000" height="5" y="552" fill="#b3261e" opacity="0.7"/>
    ${line(500, 598, 'केवल नमूना · यह किसी व्यक्ति का दस्तावेज़ नहीं है', { size: 26, anchor: 'middle' })}
    ${sampleMark(1000, 630, 118)}`;
}

export function panLikeCard(subject: ScanSubject): string {
  const { name } = subject.request.applicant;
  const { pan, bornOn, fatherName, next } = madeUp(subject);
  next();
  return `
    <defs><linearGradient id="pan" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="#dcebf3"/><stop offset="1" stop-color="#c3dbe8"/></linearGradient></defs>
    <rect width="1000" height="630" rx="26" fill="url(#pan)"/>
    ${line(40, 62, 'नमूना कार्ड (पैन जैसा)', { size: 36, weight: 700, color: '#173a5e' })}
    ${line(960, 62, 'Sample card · not a real PAN', { size: 24, color: '#173a5e', anchor: 'end' })}
    <rect x="40" y="82" width="920" height="3" fill="#173a5e" opacity="0.5"/>
    ${line(40, 142, 'स्थायी लेखा संख्या / Permanent Account Number', { size: 24, color: '#41556b' })}
    ${line(40, 204, pan, { size: 58, weight: 700 })}
    ${line(40, 268, 'नाम / Name', { size: 22, color: '#41556b' })}
    ${line(40, 308, name.en.toUpperCase(), { size: 34, weight: 700 })}
    ${line(40, 348, name.hi, { size: 32 })}
    ${line(40, 402, "पिता का नाम / Father's name", { size: 22, color: '#41556b' })}
    ${line(40, 440, fatherName.en.toUpperCase(), { size: 30 })}
    ${line(40, 494, 'जन्म तिथि / Date of birth', { size: 22, color: '#41556b' })}
    ${line(40, 534, bornOn, { size: 32 })}
    ${portrait(740, 130)}
    ${line(500, 602, 'केवल नमूना · SAMPLE ONLY', { size: 26, anchor: 'middle', color: '#b3261e', weight: 700 })}
    ${sampleMark(1000, 630, 118)}`;
}

/** A head and shoulders of nobody. */
function portrait(x: number, y: number): string {
  return `<g transform="translate(${x} ${y})">
    <rect width="220" height="270" fill="#dfe6ec" stroke="#8b97a5" stroke-width="2"/>
    <circle cx="110" cy="104" r="54" fill="#9aa7b4"/>
    <path d="M 20 270 q 8 -96 90 -96 q 82 0 90 96 z" fill="#9aa7b4"/></g>`;
}

/** Has the look of a code and none of its corners: nothing can read it. */
function checkeredSquare(x: number, y: number, next: () => number): string {
  const cells: string[] = [];
  for (let row = 0; row < 20; row += 1) {
    for (let column = 0; column < 20; column += 1) {
      const isDark = (Math.floor(next() * 256) ^ (row * 13 + column * 7)) % 2 === 0;
      if (isDark) cells.push(`M${x + column * 9} ${y + row * 9}h9v9h-9z`);
    }
  }
  return `<path d="${cells.join('')}" fill="#2b2f36"/>`;
}
