/** Verhoeff's check digit, by the dihedral group of order 10: the last digit of an Aadhaar number. */
const d = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
];
const p = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

/** @param digits ASCII digits, the check digit last. */
export function passesVerhoeff(digits: string): boolean {
  let check = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const permuted = Number(p[i % 8]?.[digit]);
    check = Number(d[check]?.[permuted]);
  }
  return check === 0;
}
