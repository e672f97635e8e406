import { sql } from 'kysely';
import { kioskSnapshot, type KioskSnapshot } from '../../../shared/domain/transfer/transfer.ts';
import type { Database } from '../database/open-database.ts';

interface KioskRow {
  code: string;
  is_active: boolean;
  name_hi: string;
  name_en: string;
  district_id: string;
  registered_on: string;
  lsp_id: string;
  login_id: string;
  wallet: string;
  advance: string;
  credit_limit: string;
  dues: string;
  tds: string;
  security: string;
}

/**
 * What the tables say of a kiosk now, asked afresh each time; null when they do not know it. A kiosk without a row of
 * balances has none.
 */
export async function readSnapshot(
  database: Database,
  code: string,
  at: Date,
): Promise<KioskSnapshot | null> {
  const { rows } = await sql<KioskRow>`
    select code, is_active, name_hi, name_en, district_id, registered_on, lsp_id, login_id,
      coalesce(wallet, 0)::text as wallet, coalesce(advance, 0)::text as advance,
      coalesce(credit_limit, 0)::text as credit_limit, coalesce(dues, 0)::text as dues,
      coalesce(tds, 0)::text as tds, coalesce(security, 0)::text as security
    from kiosks left join balances on kiosk_code = code where code = ${code}`.execute(database);
  const [kiosk] = rows;
  if (kiosk === undefined) return null;
  const history = await sql<{ service: string; month: string; count: number }>`
    select service, month, count from service_history where kiosk_code = ${code}
    order by service collate "C", month collate "C"`.execute(database);
  return kioskSnapshot.parse({
    takenAt: at.toISOString(),
    kioskCode: kiosk.code,
    isActive: kiosk.is_active,
    centre: {
      name: { hi: kiosk.name_hi, en: kiosk.name_en },
      districtId: kiosk.district_id,
      registeredOn: kiosk.registered_on,
    },
    lspId: kiosk.lsp_id,
    loginId: kiosk.login_id,
    history: history.rows,
    wallet: Number(kiosk.wallet),
    advance: Number(kiosk.advance),
    creditLimit: Number(kiosk.credit_limit),
    dues: Number(kiosk.dues),
    tds: Number(kiosk.tds),
    security: Number(kiosk.security),
  });
}
