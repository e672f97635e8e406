import { fontFiles } from './font-files.ts';
import type { Block, Code, Paper, Picture, Table, Words } from './paper.ts';
import { paperText } from './paper-text.ts';
import { paperStyle } from './paper-style.ts';
import { qrSvg } from './qr-svg.ts';

/**
 * The paper as one page of HTML for Chromium's printing. Without script and without inline styles: the one `<style>` is
 * `paperStyle(paper)`, so that a content policy can name its hash. Every text is escaped.
 */
export function paperHtml(paper: Paper): string {
  const preloads = Object.values(fontFiles).map(
    (href) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${href}">`,
  );
  return [
    `<!doctype html><html lang="${paper.language}"><head><meta charset="utf-8">`,
    `<title>${attribute(paper.title)}</title>`,
    ...preloads,
    `<style>${paperStyle(paper)}</style></head><body>`,
    paper.watermark === null
      ? ''
      : `<div class="watermark" aria-hidden="true">${wordsHtml(paper.watermark)}</div>`,
    `<main${paper.landscape ? ' class="landscape"' : ''}>${paper.blocks.map(blockHtml).join('\n')}</main></body></html>`,
  ].join('\n');
}

function blockHtml(block: Block, index: number): string {
  switch (block.kind) {
    case 'letterhead':
      return `<header>${block.logo ? pictureHtml(block.logo) : ''}<div>${lines(block.lines)}</div></header>`;
    case 'heading':
      return `<h${block.level}>${wordsHtml(block.text)}</h${block.level}>`;
    case 'ends':
      return `<div class="ends"><p>${wordsHtml(block.start)}</p><p>${wordsHtml(block.end)}</p></div>`;
    case 'paragraph':
      return `<p class="${block.style}">${wordsHtml(block.text)}</p>`;
    case 'notice':
      return `<section class="notice"><p class="strong">${wordsHtml(block.title)}</p><p>${wordsHtml(block.text)}</p></section>`;
    case 'list':
      return listHtml(block.ordered ? 'ol' : 'ul', block.items);
    case 'facts':
      return factsHtml(block.rows, block.longLabels ?? false);
    case 'table':
      return tableHtml(block, index);
    case 'closing':
      return `<div class="closing">${block.code ? codeHtml(block.code) : '<div></div>'}<div class="signature">${lines(block.signature)}</div></div>`;
  }
}

function factsHtml(rows: readonly { label: string; value: Words }[], longLabels: boolean): string {
  const body = rows.map(
    ({ label, value }) => `<tr><th scope="row">${wordsHtml(label)}</th><td>${wordsHtml(value)}</td></tr>`,
  );
  const style = longLabels ? 'facts long' : 'facts';
  return `<div class="sums"><table class="${style}"><tbody>${body.join('')}</tbody></table></div>`;
}

function tableHtml({ caption, columns, rows, totals }: Table, index: number): string {
  const cell = (tag: 'td' | 'th', text: Words, at: number) =>
    `<${tag}${columns[at]?.align === 'end' ? ' class="end"' : ''}>${wordsHtml(text)}</${tag}>`;
  const heads = columns.map(
    ({ head, align }) => `<th scope="col"${align === 'end' ? ' class="end"' : ''}>${wordsHtml(head)}</th>`,
  );
  const body = rows.map((row) => `<tr>${row.map((text, at) => cell('td', text, at)).join('')}</tr>`);
  // Not a tfoot: Chromium would repeat the sums on every page.
  const sums = totals && `<tr class="totals">${totals.map((text, at) => cell('td', text, at)).join('')}</tr>`;
  return [
    `<table class="grid t${index}"><caption>${wordsHtml(caption)}</caption>`,
    `<colgroup>${'<col>'.repeat(columns.length)}</colgroup>`,
    `<thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('')}${sums ?? ''}</tbody></table>`,
  ].join('');
}

function listHtml(tag: 'ol' | 'ul', items: readonly string[]): string {
  return `<${tag}>${items.map((item) => `<li>${wordsHtml(item)}</li>`).join('')}</${tag}>`;
}

function pictureHtml({ mime, base64, alt }: Picture): string {
  return `<img src="data:${mime};base64,${base64}" alt="${attribute(alt)}">`;
}

function codeHtml({ content, alt, caption }: Code): string {
  return `<figure>${qrSvg(content, attribute(alt))}<figcaption>${wordsHtml(caption)}</figcaption></figure>`;
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `<p>${wordsHtml(text)}</p>`).join('');
}

/** Text of an attribute in double quotes. */
function attribute(text: string): string {
  return escaped(paperText(text));
}

/**
 * Text of an element; line feeds become breaks by the style. A word with a sign after which lines may break (a number
 * `MIG/…/0007`, a date, `e-Mitra`) is kept on one line where it fits: half a number is found by no search.
 */
function wordsHtml(text: Words): string {
  return paperText(text)
    .split(/(\s+)/)
    .map((word) =>
      /[^\s\p{L}\p{M}\p{N}]./u.test(word) ? `<span class="w">${escaped(word)}</span>` : escaped(word),
    )
    .join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
