import { instantOf } from '../../../shared/domain/india-date.ts';
import type { Report } from '../../../shared/domain/report/report.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import type { Handlers, Input } from '../../../shared/ipc/derive.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { reportCsv } from '../../../shared/report-file/report-csv.ts';
import { reportFileName, reportTables } from '../../../shared/report-file/report-tables.ts';
import type { ReportTable } from '../../../shared/report-file/report-table.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { reportXlsx } from '../../export/report-xlsx.ts';
import type { SignedIn } from '../../session/session.ts';
import { whileSignedIn, type Services } from '../services.ts';

/** Longer periods are a slip of the keyboard: no office has kept records for longer. */
const longestYears = 10;

export function reportHandlers(services: Services): Pick<Handlers, 'report.read' | 'report.save'> {
  return {
    'report.read': ({ from, to }) => whileSignedIn(services, (desk) => read(desk, from, to)),
    'report.save': (input) => whileSignedIn(services, (desk) => save(services, desk, input)),
  };
}

async function read({ vault }: SignedIn, from: IsoDate, to: IsoDate): Promise<Result<Report, DeskError>> {
  if (!isPeriod(from, to)) return fail({ kind: 'invalid-range' });
  return ok(await vault.store.report(from, to));
}

function isPeriod(from: IsoDate, to: IsoDate): boolean {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return from <= to && (years < longestYears || (years === longestYears && to.slice(5) <= from.slice(5)));
}

/** What leaves the vault in the clear is noted in the audit: who, which period, which kind of file. */
async function save(services: Services, desk: SignedIn, input: Input<'report.save'>) {
  const { from, to, language, format } = input;
  const { store } = desk.vault;
  const report = await read(desk, from, to);
  if (!report.ok) return report;
  const { lsps, reasonCodes } = await store.master();
  const tables = reportTables(report.value, { lsps, reasonCodes }, language);
  const name = `${reportFileName(from, to, language)}.${format}`;
  const saved = await services.saveFile(name, await fileOf(tables, format));
  if (!saved.ok || saved.value.savedAs === null) return saved;
  const entry = {
    at: instantOf(services.clock.now()),
    actor: desk.officer.officerId,
    action: 'report-saved',
    subject: null,
    detail: { from, to, format },
  };
  // The file is written: a full disk of the vault must not make it look as if it had failed.
  await store.noteAudit(entry).catch((error: unknown) => services.log('audit', error));
  return saved;
}

async function fileOf(tables: readonly ReportTable[], format: 'csv' | 'xlsx'): Promise<Uint8Array> {
  switch (format) {
    case 'csv':
      return new TextEncoder().encode(reportCsv(tables));
    case 'xlsx':
      return reportXlsx(tables);
  }
}
