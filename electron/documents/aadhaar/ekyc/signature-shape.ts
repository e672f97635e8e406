import type { Element } from '@xmldom/xmldom';
import { childrenOf } from './parse-xml.ts';

const dsig = 'http://www.w3.org/2000/09/xmldsig#';

const allowed = {
  canonicalization: [
    'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
    'http://www.w3.org/2001/10/xml-exc-c14n#',
  ],
  signature: [`${dsig}rsa-sha1`, 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'],
  digest: [`${dsig}sha1`, 'http://www.w3.org/2001/04/xmlenc#sha256'],
};

/** A signature whose shape leaves no room for a second reading. */
export interface PlainSignature {
  element: Element;
  value: Buffer;
}

/**
 * The one enveloped signature of a document: a child of the root, with one reference to the whole document and the
 * algorithms that UIDAI's files use. Anything else (two signatures, a reference to a part, a foreign transform, a
 * comment inside) is null: those are the ways in which signed and shown content are made to differ.
 */
export function plainSignature(root: Element): PlainSignature | null {
  const [element] = childrenOf(root, 'Signature').filter((child) => child.namespaceURI === dsig);
  if (element === undefined || countOf(root, 'Signature') !== 1 || countOf(root, 'SignedInfo') !== 1)
    return null;
  if (hasOtherNodes(element)) return null;
  const [signedInfo] = childrenOf(element, 'SignedInfo');
  const [value, ...values] = childrenOf(element, 'SignatureValue');
  if (signedInfo === undefined || value === undefined || values.length > 0) return null;
  const bytes = bytesIn(value);
  return bytes !== null && isPlainSignedInfo(signedInfo) ? { element, value: bytes } : null;
}

function isPlainSignedInfo(signedInfo: Element): boolean {
  const [canonicalization, method, reference, ...others] = childrenOf(signedInfo);
  if (canonicalization === undefined || method === undefined || reference === undefined) return false;
  return (
    others.length === 0 &&
    isOneOf(canonicalization, 'CanonicalizationMethod', allowed.canonicalization) &&
    isOneOf(method, 'SignatureMethod', allowed.signature) &&
    isWholeDocument(reference)
  );
}

function isWholeDocument(reference: Element): boolean {
  if (reference.localName !== 'Reference' || reference.getAttribute('URI') !== '') return false;
  const [transforms, digest, value, ...others] = childrenOf(reference);
  if (transforms === undefined || digest === undefined || value === undefined || others.length > 0)
    return false;
  if (transforms.localName !== 'Transforms' || value.localName !== 'DigestValue') return false;
  const [enveloped, canonicalization, ...more] = childrenOf(transforms);
  if (enveloped === undefined || more.length > 0) return false;
  return (
    isOneOf(digest, 'DigestMethod', allowed.digest) &&
    isOneOf(enveloped, 'Transform', [`${dsig}enveloped-signature`]) &&
    (canonicalization === undefined || isOneOf(canonicalization, 'Transform', allowed.canonicalization))
  );
}

/** No parameters inside: they could name prefixes or lengths. */
function isOneOf(element: Element, name: string, algorithms: readonly string[]): boolean {
  const algorithm = element.getAttribute('Algorithm') ?? '';
  return (
    element.localName === name &&
    element.namespaceURI === dsig &&
    algorithms.includes(algorithm) &&
    childrenOf(element).length === 0
  );
}

/** Null where the base64 is not the one way to write these bytes: spare bits at its end could differ unseen. */
function bytesIn(element: Element): Buffer | null {
  const text = (element.textContent ?? '').replace(/\s/g, '');
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}

/** In any namespace and at any depth. */
function countOf(element: Element, localName: string): number {
  const self = element.localName === localName ? 1 : 0;
  return childrenOf(element).reduce((count, child) => count + countOf(child, localName), self);
}

/** Anything but elements and text. */
function hasOtherNodes(element: Element): boolean {
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (
      node.nodeType === node.ELEMENT_NODE ? hasOtherNodes(node as Element) : node.nodeType !== node.TEXT_NODE
    )
      return true;
  }
  return false;
}
