import { officerId } from '../../../shared/domain/ids.ts';
import type { Officer } from '../../../shared/domain/master.ts';
import { demoDistrictRecords } from '../../central-server/seed/demo-registers.ts';
import { emptySeed, type SeedRows } from '../../central-server/start.ts';

export const officersOfDistrict = 3;

/** The state's districts with three officers each, one activation code for each officer, and no request yet. */
export function districtSeed(): SeedRows {
  const districts = demoDistrictRecords('2026-11-20')
    .filter((each) => !each.abolished)
    .map(({ id, name }) => ({ id, name }));
  const officers = districts.flatMap(({ id: districtId }) =>
    Array.from({ length: officersOfDistrict }, (_, place): Officer => {
      const login = `${districtId}-${String(place + 1)}`;
      const name = { hi: `नमूना अधिकारी ${login}`, en: `Sample Officer ${login}` };
      const title = { hi: 'जिला ई-मित्र प्रबंधक', en: 'District eMitra Manager' };
      return { id: officerId.parse(`officer-${login}`), login, name, title, districtId };
    }),
  );
  const activationCodes = officers.map(({ id, login }) => ({ code: `NAMUNA-${login}`, officerId: id }));
  return { ...emptySeed, districts, officers, activationCodes };
}
