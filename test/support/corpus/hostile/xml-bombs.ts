export const xmlBombs = [
  'external-entity',
  'billion-laughs',
  'deep-nesting',
  'huge-attribute',
  'many-attributes',
  'two-signatures',
  'unclosed',
  'wrong-encoding',
  'nul-bytes',
] as const;
export type XmlBomb = (typeof xmlBombs)[number];

const signature = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/></Signature>';

/** Texts that say they are an e-KYC document. */
export function xmlBomb(bomb: XmlBomb, root = 'OfflinePaperlessKyc'): string {
  switch (bomb) {
    case 'external-entity':
      return `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><${root}>&x;</${root}>`;
    case 'billion-laughs': {
      const more = Array.from(
        { length: 12 },
        (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
      );
      return `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">${more.join('')}]><${root}>&l12;</${root}>`;
    }
    case 'deep-nesting':
      return `<${root}>${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}</${root}>`;
    case 'huge-attribute':
      return `<${root} referenceId="${'x'.repeat(4_000_000)}"/>`;
    case 'many-attributes':
      return `<${root} ${Array.from({ length: 60_000 }, (_, place) => `a${place}=""`).join(' ')}/>`;
    case 'two-signatures':
      return `<${root}><UidData/>${signature}${signature}</${root}>`;
    case 'unclosed':
      return `<${root}${'<'.repeat(50_000)}`;
    case 'wrong-encoding':
      return `<?xml version="1.0" encoding="UTF-32"?><${root} name="\ufffe\uffff"/>`;
    case 'nul-bytes':
      return `<${root} na\0me="\0"/>${'\0'.repeat(100_000)}`;
  }
}
