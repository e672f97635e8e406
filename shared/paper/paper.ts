import type { Language } from '../domain/values.ts';

/** A paper as plain blocks: what stands on it, not how it looks. Words are final; nothing is looked up any more. */
export interface Paper {
  title: string;
  /** The number or the day that it is about, for the audit; never a name. */
  subject: string;
  /** Without an extension; Latin letters, digits and hyphens. */
  fileName: string;
  language: Language;
  landscape: boolean;
  /** At the foot of each page, beside the page's number. */
  footer: string;
  /** Across each page of a paper that is no longer worth anything. */
  watermark: string | null;
  blocks: Block[];
}

/**
 * Words for paper. `asTyped` is the part of them that was typed into a field for payment references or telephone
 * numbers: it alone is not masked, as one such number in ten looks like an Aadhaar number.
 */
export type Words = string | { text: string; asTyped: string };

export type Block =
  | { kind: 'letterhead'; lines: string[]; logo: Picture | null }
  | { kind: 'heading'; level: 1 | 2; text: string }
  /** Number to the left, date to the right, as letters have it. */
  | { kind: 'ends'; start: string; end: string }
  | { kind: 'paragraph'; text: string; style: 'plain' | 'strong' | 'small' }
  | { kind: 'notice'; title: string; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] }
  /** `longLabels`: half of the width is theirs, so that they stay on a line each. */
  | { kind: 'facts'; rows: { label: string; value: Words }[]; longLabels?: boolean }
  | Table
  /** The two stand side by side: code to the left, signature to the right. */
  | { kind: 'closing'; code: Code | null; signature: string[] };

export interface Table {
  kind: 'table';
  caption: string;
  columns: Column[];
  rows: Words[][];
  /** Below the rows, in bold; null for a table without sums. */
  totals: string[] | null;
}

export interface Column {
  head: string;
  /** Of the table's width, in percent. */
  width: number;
  align: 'start' | 'end';
}

export interface Picture {
  mime: 'image/png' | 'image/jpeg';
  base64: string;
  alt: string;
}

/** A QR code: its content, what it is for those who cannot see it, and the line under it. */
export interface Code {
  content: string;
  alt: string;
  caption: string;
}
