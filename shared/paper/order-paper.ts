import type { DecisionContent, Outcome } from '../domain/decision.ts';
import { indiaDate } from '../domain/india-date.ts';
import type { ReasonCode } from '../domain/master.ts';
import type { MigrationRequest } from '../domain/request.ts';
import type { Bilingual, Instant, Language } from '../domain/values.ts';
import { fillText } from '../text/fill-text.ts';
import { formatDate, formatInstant, inLanguage } from '../text/format.ts';
import { fileNameOf } from './file-name-of.ts';
import { headBlocks, type OfficeFacts } from './office-facts.ts';
import { checklistBlocks, overrideBlocks, ruleTable } from './order-examination.ts';
import type { Block, Paper } from './paper.ts';
import { paperWords, type PaperWords } from './paper-words.ts';
import type { LspNames } from './request-facts.ts';
import { voidReason } from './void-reason.ts';

export interface OrderFacts {
  orderNo: string;
  sealedAt: Instant;
  /** As signed: rules, reasons and checklist are those of the decision, not today's. */
  content: DecisionContent;
  request: MigrationRequest;
  lsps: LspNames;
  reasonCodes: readonly Pick<ReasonCode, 'code' | 'text'>[];
  /** Who decided. */
  officerName: Bilingual;
  receipt: { serverSequence: number; acceptedAt: Instant } | null;
  /** Why it is void, and since when; null while it stands. */
  isVoid: { why: string; at: Instant | null } | null;
  /** `orderProof`. */
  proof: string;
  office: OfficeFacts;
}

export type OrderOutcome = Exclude<Outcome, 'hold'>;

/** A hold is a note of the office, not an order to anybody. */
export function isOrderOutcome(outcome: Outcome): outcome is OrderOutcome {
  return outcome !== 'hold';
}

/** The reasoned order of a sealed decision. The one of an approval is the manager's permission. */
export function orderPaper(facts: OrderFacts, outcome: OrderOutcome, language: Language): Paper {
  const words = paperWords(language);
  const values = valuesOf(facts, language);
  const title = words.order.title[outcome];
  return {
    title: `${title} ${facts.orderNo}`,
    subject: facts.orderNo,
    fileName: fileNameOf('order', facts.orderNo, language),
    language,
    landscape: false,
    footer: `${facts.orderNo} · ${fillText(words.madeAt, { at: formatInstant(facts.office.madeAt) })}`,
    watermark: facts.isVoid === null ? null : words.order.voidMark,
    blocks: [
      ...headBlocks(facts.office, language),
      {
        kind: 'ends',
        start: fillText(words.number, { number: facts.orderNo }),
        end: fillText(words.date, { date: formatDate(indiaDate(Date.parse(facts.sealedAt))) }),
      },
      { kind: 'heading', level: 1, text: title },
      ...voidBlocks(facts, words),
      { kind: 'paragraph', text: fillText(words.order.subject, values), style: 'strong' },
      { kind: 'paragraph', text: fillText(words.order.references, values), style: 'plain' },
      { kind: 'paragraph', text: fillText(words.order.body[outcome], values), style: 'plain' },
      ...reasonBlocks(facts, outcome, language),
      ...(facts.content.rules.length > 0 ? [ruleTable(facts.content.rules, language)] : []),
      ...overrideBlocks(facts.content.overrides, language),
      ...checklistBlocks(facts.content.checklist, language),
      receiptBlock(facts, words),
      closing(facts, language),
      ...endorsements(values, words),
    ],
  };
}

function valuesOf({ request, lsps, office }: OrderFacts, language: Language): Record<string, string> {
  return {
    kioskCode: request.kioskCode,
    centre: inLanguage(request.centreName, language),
    from: inLanguage(lsps.current, language),
    to: inLanguage(lsps.target, language),
    requestNo: request.requestNo,
    applicationDate: formatDate(request.applicationDate),
    receivedOn: formatDate(request.receivedOn),
    district: inLanguage(office.district.name, language),
  };
}

function voidBlocks({ isVoid }: OrderFacts, words: PaperWords): Block[] {
  if (isVoid === null) return [];
  const why = voidReason(isVoid.why, words);
  const { voidWhy, voidWhyUndated } = words.order;
  const text =
    isVoid.at === null
      ? fillText(voidWhyUndated, { why })
      : fillText(voidWhy, { why, at: formatInstant(isVoid.at) });
  return [{ kind: 'notice', title: words.order.void, text }];
}

function reasonBlocks(
  { content, reasonCodes }: OrderFacts,
  outcome: OrderOutcome,
  language: Language,
): Block[] {
  const words = paperWords(language).order;
  const items = content.reasonCodes.map((code) => {
    const text = reasonCodes.find((known) => known.code === code)?.text;
    return text ? fillText(words.reason, { code, text: inLanguage(text, language) }) : code;
  });
  const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
  const remarks = content.remarks.trim();
  return [
    ...(items.length > 0
      ? [heading(words.reasons[outcome]), { kind: 'list', ordered: true, items } satisfies Block]
      : []),
    ...(remarks === ''
      ? []
      : [heading(words.remarks), { kind: 'paragraph', text: remarks, style: 'plain' } satisfies Block]),
  ];
}

function receiptBlock({ receipt, isVoid }: OrderFacts, { order }: PaperWords): Block {
  const pending = isVoid === null ? order.receiptPending : order.noReceipt;
  const text = receipt
    ? fillText(order.receipt, {
        sequence: String(receipt.serverSequence),
        at: formatInstant(receipt.acceptedAt),
      })
    : pending;
  return { kind: 'paragraph', text, style: 'strong' };
}

function closing({ proof, receipt, officerName, office }: OrderFacts, language: Language): Block {
  const words = paperWords(language);
  return {
    kind: 'closing',
    code: {
      content: proof,
      alt: words.order.qrAlt,
      caption: receipt ? words.order.qrCaptionReceipt : words.order.qrCaption,
    },
    signature: [
      words.order.signature,
      inLanguage(officerName, language),
      inLanguage(office.signingTitle, language) || words.officeTitle,
      fillText(words.order.district, { district: inLanguage(office.district.name, language) }),
    ],
  };
}

function endorsements(values: Record<string, string>, { order }: PaperWords): Block[] {
  const { copies } = order;
  const to = values['to'] ?? '';
  const items = [
    fillText(copies.kiosk, values),
    fillText(copies.currentLsp, { lsp: values['from'] ?? '' }),
    fillText(copies.targetLsp, { lsp: to }),
    fillText(copies.coordinator, { ...values, lsp: to }),
    copies.file,
  ];
  return [
    { kind: 'heading', level: 2, text: order.endorsements },
    { kind: 'list', ordered: true, items },
  ];
}
