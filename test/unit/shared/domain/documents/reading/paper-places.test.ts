import { describe, expect, it } from 'vitest';
import {
  classifyPaper,
  showsAadhaar,
} from '../../../../../../shared/domain/documents/reading/classify-paper.ts';
import { readPlaces } from '../../../../../../shared/domain/documents/reading/field-place.ts';
import { paperPlaces } from '../../../../../../shared/domain/documents/reading/paper-places.ts';
import type { PrintedLine } from '../../../../../../shared/domain/documents/reading/printed-line.ts';
import { passesVerhoeff } from '../../../../../../shared/domain/verhoeff.ts';
import type { PaperKind } from '../../../../../../shared/domain/documents/document-reading.ts';
import { aadhaarLikeNumber } from '../../../../../support/samples/aadhaar-like.ts';
import { printed } from './sample-lines.ts';

function values(kind: PaperKind, lines: PrintedLine[]): Record<string, string> {
  const fields = readPlaces(paperPlaces(kind, lines)).toReversed();
  return Object.fromEntries(fields.map(({ field, value }) => [field, value]));
}

const number = aadhaarLikeNumber();

function passingSixteen(): string {
  const fifteen = '123400010012345';
  const last = Array.from('0123456789').find((digit) => passesVerhoeff(fifteen + digit));
  return fifteen + String(last);
}

const card = [
  printed('', 400, 20, 'भारत सरकार'),
  printed('GovernmentofIndia', 400, 60),
  printed('', 300, 150, 'कमला गमेती', 200),
  printed('KamlaGameti', 300, 200, 'Kamla Gameti', 220),
  printed('fa/DOB:02/05/1991', 300, 250, 'जन्म तिथि / DOB: 02/05/1991'),
  printed('f/FEMALE', 300, 300, 'महिला / FEMALE'),
];

describe('an Aadhaar card', () => {
  it('is known by its words', () => {
    expect(classifyPaper([...card, printed('VID:9123456789012345', 300, 500)])).toBe('aadhaar');
  });

  it('is known by its number alone where that is grouped as on a card', () => {
    expect(classifyPaper([printed(number.replaceAll(' ', ''), 300, 400, number)])).toBe('aadhaar');
    expect(classifyPaper([printed(number.replaceAll(' ', ''), 300, 400)])).toBe('unknown');
  });

  it('has the names above the date of birth, with the second engine’s spaces', () => {
    expect(values('aadhaar', card)).toEqual({
      name: 'Kamla Gameti',
      nameHindi: 'कमला गमेती',
      dob: '1991-05-02',
      gender: 'F',
    });
  });

  it('asks for the line that may be Hindi before anybody has read it', () => {
    const unread = card.map((line) => ({ ...line, second: null }));
    const place = paperPlaces('aadhaar', unread).find(({ field }) => field === 'nameHindi');
    expect(place?.line.box.y).toBe(150);
  });

  it('asks for a line of which the first engine is not sure, however many letters it saw', () => {
    const seen = { ...printed('ilqTOls', 300, 150, null, 110), confidence: 0.51 };
    const lines = card.map((line) => (line.second === 'कमला गमेती' ? seen : line));
    expect(
      paperPlaces('aadhaar', lines).some(({ field, line }) => field === 'nameHindi' && line === seen),
    ).toBe(true);
    const sure = { ...seen, confidence: 0.95 };
    const latin = card.map((line) => (line.second === 'कमला गमेती' ? sure : line));
    expect(paperPlaces('aadhaar', latin).some(({ field }) => field === 'nameHindi')).toBe(false);
  });

  it('takes no heading for the Hindi name, also where letters were seen on the line of the name', () => {
    const unread = card.map((line) => ({ ...line, second: null }));
    const seen = unread.map((line) => (line.box.y === 150 ? { ...line, latin: 'HTOS' } : line));
    expect(paperPlaces('aadhaar', seen).find(({ field }) => field === 'nameHindi')?.line.box.y).toBe(150);
    const nameless = card.filter(({ box }) => box.y !== 150);
    expect(values('aadhaar', nameless)['nameHindi']).toBeUndefined();
  });

  it.each(['पुरुषोत्तम मीणा', 'जन्मेजय सिंह', 'रवि सरकार'])(
    'takes %s for a name, which begins like a label',
    (name) => {
      const lines = card.map((line) => (line.box.y === 150 ? { ...line, second: name } : line));
      expect(values('aadhaar', lines)['nameHindi']).toBe(name);
    },
  );

  it('does not take the day of issue for the day of birth', () => {
    const lines = [printed('IssueDate:01/02/2015', 40, 10), ...card];
    expect(values('aadhaar', lines).dob).toBe('1991-05-02');
  });

  it('has the names of a letter under its "To", where they are printed larger', () => {
    const letter = [
      printed('To', 40, 20, null, 40),
      printed('', 40, 60, 'कमला गमेती', 200),
      printed('Kamla Gameti', 40, 100),
      ...card.map((line) => ({ ...line, latin: line.latin.replace('KamlaGameti', 'KumIaGnmeti') })),
    ];
    expect(values('aadhaar', letter)).toMatchObject({ name: 'Kamla Gameti', nameHindi: 'कमला गमेती' });
  });

  it('has the father in the address of its back', () => {
    const back = [printed('S/O: Ram Lal, 12, Main Road,', 40, 200), printed('Udaipur, Rajasthan', 40, 240)];
    expect(values('aadhaar', back).fatherName).toBe('Ram Lal');
  });
});

describe('a PAN card', () => {
  const labelled = [
    printed('INCOMETAXDEPARTMENT', 40, 40),
    printed('PermanentAccountNumberCard', 40, 100),
    printed('SAMPC0000M', 40, 150),
    printed('/Name', 40, 220, null, 100),
    printed('KAMLA GAMETI', 40, 260),
    printed("/Father'sName", 40, 320, null, 200),
    printed('HIRALAL GAMETI', 40, 360),
    printed('02/05/1991', 40, 460),
  ];

  it('is known by its words', () => {
    expect(classifyPaper(labelled)).toBe('pan');
  });

  it('shows an Aadhaar card besides where that card’s own words stand on the page', () => {
    expect(showsAadhaar([...labelled, ...card])).toBe(true);
    const named = printed('e-PAN issued by Aadhaar', 40, 500);
    expect(showsAadhaar([...labelled, named, printed('Gender : MALE', 40, 540)])).toBe(false);
  });

  it('has its values under their labels', () => {
    expect(values('pan', labelled)).toEqual({
      pan: 'SAMPC0000M',
      name: 'KAMLA GAMETI',
      fatherName: 'HIRALAL GAMETI',
      dob: '1991-05-02',
    });
  });

  it('has the names in their order where there are no labels', () => {
    const older = labelled.filter(({ latin }) => !latin.startsWith('/'));
    expect(values('pan', older)).toMatchObject({ name: 'KAMLA GAMETI', fatherName: 'HIRALAL GAMETI' });
  });
});

describe('an application form', () => {
  const form = [
    printed('Application form for migration of an e-Mitra kiosk', 300, 20, null, 600),
    printed('/Kioskcode', 40, 100),
    printed('K11034638', 500, 100),
    printed('/Apicant', 40, 160),
    printed('gad', 500, 160, 'कमला गमेती', 200),
    printed('Name in English', 40, 220),
    printed('KamlaGameti', 500, 220, 'Kamla Gameti'),
    printed("/Father'sname", 40, 280),
    printed('HiralalGameti', 500, 280, 'Hiralal Gameti'),
    printed('/Dateofbirth', 40, 340),
    printed('02/05/1991', 500, 340),
    printed('/PAN', 40, 400),
    printed('SAMPC0000M', 500, 400),
    printed('(4)/Aadhaarlast4', 40, 460),
    printed('XXXXXXXX8734', 500, 460),
    printed('/Mobile', 40, 520),
    printed('9000123456', 500, 520),
  ];

  it('is known by its words although it names the cards', () => {
    expect(classifyPaper(form)).toBe('form');
  });

  it('has its values beside their labels, and keeps the last four only', () => {
    expect(values('form', form)).toEqual({
      kioskCode: 'K11034638',
      name: 'Kamla Gameti',
      nameHindi: 'कमला गमेती',
      fatherName: 'Hiralal Gameti',
      dob: '1991-05-02',
      pan: 'SAMPC0000M',
      last4: '8734',
      mobileLast4: '3456',
    });
  });

  it('gives what is known by its shape where no label can be read', () => {
    const worn = form.filter(({ box }) => box.x === 500);
    expect(values('form', worn)).toEqual({ kioskCode: 'K11034638', pan: 'SAMPC0000M', mobileLast4: '3456' });
  });

  describe('whose label of the Hindi name is spoiled', () => {
    const spoiled = (label: string, secondOfName: string | null = 'कमला गमेती') => [
      printed(label, 100, 100),
      { ...printed('HT', 500, 100, secondOfName), confidence: 0.4 },
      printed('Name in English', 100, 160),
      printed('Kamla Gameti', 500, 160),
    ];

    it.each(['/picant', 'ff / icant', 'TT /Apphcant'])('has it above the English name: %s', (label) => {
      expect(values('form', spoiled(label))).toMatchObject({ nameHindi: 'कमला गमेती', name: 'Kamla Gameti' });
      // Asked for also before the second engine has read it.
      const places = paperPlaces('form', spoiled(label, null));
      expect(places.some(({ field, line }) => field === 'nameHindi' && line.latin === 'HT')).toBe(true);
    });

    it.each(['/ Centre', 'Mobile', 'Target LSP', ''])('takes no other row for it: "%s"', (label) => {
      expect(values('form', spoiled(label))).toEqual({ name: 'Kamla Gameti' });
    });
  });

  it('is read with Hindi labels only', () => {
    const hindi = [
      printed('', 40, 100, 'कियोस्क कोड'),
      printed('KI1O34638', 500, 100),
      printed('', 40, 160, 'आवेदक का नाम: कमला गमेती'),
    ];
    expect(values('form', hindi)).toEqual({ kioskCode: 'K11034638', nameHindi: 'कमला गमेती' });
  });
});

describe('an unknown paper', () => {
  it('has no fields', () => {
    const lines = [printed('A shopping list', 40, 40)];
    expect(classifyPaper(lines)).toBe('unknown');
    expect(paperPlaces('unknown', lines)).toEqual([]);
  });

  it.each([
    ['an account number', 'A/C No 1234000100123456'],
    ['an account number that passes by chance', `A/C No ${passingSixteen()}`],
    ['a reference', 'Ref. 202611031234567'],
    ['a payment reference that passes by chance', `UTR ${number.replaceAll(' ', '')}`],
  ])('is no Aadhaar card for %s', (_, line) => {
    const lines = [printed('PUNJAB NATIONAL BANK', 40, 40), printed(line, 40, 100, line)];
    expect(classifyPaper(lines)).toBe('unknown');
  });

  it('is an Aadhaar card where a virtual id is named, or one word besides says so', () => {
    expect(classifyPaper([printed('VID:1234000100123456', 40, 40)])).toBe('aadhaar');
    const few = [printed('Year of Birth: 1991', 40, 40), printed(number.replaceAll(' ', ''), 40, 100)];
    expect(classifyPaper(few)).toBe('aadhaar');
  });
});
