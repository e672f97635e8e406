import { districtId, officerId } from '../../../shared/domain/ids.ts';
import type { District, Officer } from '../../../shared/domain/master.ts';

const district: District = { id: districtId.parse('jaipur'), name: { hi: 'जयपुर', en: 'Jaipur' } };
const officer: Officer = {
  id: officerId.parse('officer-1'),
  login: 'sample.officer',
  name: { hi: 'नमूना अधिकारी', en: 'Sample Officer' },
  title: { hi: 'जिला ई-मित्र प्रबंधक', en: 'District eMitra Manager' },
  districtId: district.id,
};

/** One district and its one officer, for tests that bring their own requests. */
export const sampleOffice = { district, officer };
