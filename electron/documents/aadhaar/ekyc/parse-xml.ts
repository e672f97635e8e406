import { DOMParser, type Document, type Element } from '@xmldom/xmldom';

/**
 * A well-formed XML without a document type, or null. Anything that the parser would only warn of is refused: what two
 * parsers may see differently is no ground for a signature. Nothing is printed: messages would hold personal data.
 */
export function parseXml(text: string): Element | null {
  if (/<!\s*(?:DOCTYPE|ENTITY)/i.test(text)) return null;
  try {
    const onError = () => {
      throw new Error('Not well-formed');
    };
    const document: Document = new DOMParser({ onError }).parseFromString(text, 'text/xml');
    return document.doctype === null ? document.documentElement : null;
  } catch {
    return null;
  }
}

/** The child elements, or those of one local name. */
export function childrenOf(element: Element, name?: string): Element[] {
  const children: Element[] = [];
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === node.ELEMENT_NODE) children.push(node as Element);
  }
  return name === undefined ? children : children.filter((child) => child.localName === name);
}
