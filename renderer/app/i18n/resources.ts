import enCommon from '../../locales/en/common.json' with { type: 'json' };
import enConflict from '../../locales/en/conflict.json' with { type: 'json' };
import enCourier from '../../locales/en/courier.json' with { type: 'json' };
import enDocuments from '../../locales/en/documents.json' with { type: 'json' };
import enLeave from '../../locales/en/leave.json' with { type: 'json' };
import enErrors from '../../locales/en/errors.json' with { type: 'json' };
import enNetwork from '../../locales/en/network.json' with { type: 'json' };
import enOffice from '../../locales/en/office.json' with { type: 'json' };
import enReports from '../../locales/en/reports.json' with { type: 'json' };
import enToday from '../../locales/en/today.json' with { type: 'json' };
import enOutbox from '../../locales/en/outbox.json' with { type: 'json' };
import enQueue from '../../locales/en/queue.json' with { type: 'json' };
import enReview from '../../locales/en/review.json' with { type: 'json' };
import enReport from '../../../shared/locales/en/report.json' with { type: 'json' };
import enRules from '../../../shared/locales/en/rules.json' with { type: 'json' };
import enSettings from '../../locales/en/settings.json' with { type: 'json' };
import enShell from '../../locales/en/shell.json' with { type: 'json' };
import enSignOff from '../../locales/en/sign-off.json' with { type: 'json' };
import enSignIn from '../../locales/en/sign-in.json' with { type: 'json' };
import enSync from '../../locales/en/sync.json' with { type: 'json' };
import enPapers from '../../locales/en/papers.json' with { type: 'json' };
import enStatusDesk from '../../locales/en/status-desk.json' with { type: 'json' };
import enTransfers from '../../locales/en/transfers.json' with { type: 'json' };
import enViewer from '../../locales/en/viewer.json' with { type: 'json' };
import hiCommon from '../../locales/hi/common.json' with { type: 'json' };
import hiConflict from '../../locales/hi/conflict.json' with { type: 'json' };
import hiCourier from '../../locales/hi/courier.json' with { type: 'json' };
import hiDocuments from '../../locales/hi/documents.json' with { type: 'json' };
import hiLeave from '../../locales/hi/leave.json' with { type: 'json' };
import hiErrors from '../../locales/hi/errors.json' with { type: 'json' };
import hiNetwork from '../../locales/hi/network.json' with { type: 'json' };
import hiOffice from '../../locales/hi/office.json' with { type: 'json' };
import hiReports from '../../locales/hi/reports.json' with { type: 'json' };
import hiToday from '../../locales/hi/today.json' with { type: 'json' };
import hiOutbox from '../../locales/hi/outbox.json' with { type: 'json' };
import hiQueue from '../../locales/hi/queue.json' with { type: 'json' };
import hiReview from '../../locales/hi/review.json' with { type: 'json' };
import hiReport from '../../../shared/locales/hi/report.json' with { type: 'json' };
import hiRules from '../../../shared/locales/hi/rules.json' with { type: 'json' };
import hiSettings from '../../locales/hi/settings.json' with { type: 'json' };
import hiShell from '../../locales/hi/shell.json' with { type: 'json' };
import hiSignOff from '../../locales/hi/sign-off.json' with { type: 'json' };
import hiSignIn from '../../locales/hi/sign-in.json' with { type: 'json' };
import hiSync from '../../locales/hi/sync.json' with { type: 'json' };
import hiPapers from '../../locales/hi/papers.json' with { type: 'json' };
import hiStatusDesk from '../../locales/hi/status-desk.json' with { type: 'json' };
import hiTransfers from '../../locales/hi/transfers.json' with { type: 'json' };
import hiViewer from '../../locales/hi/viewer.json' with { type: 'json' };

const hi = {
  common: hiCommon,
  conflict: hiConflict,
  courier: hiCourier,
  documents: hiDocuments,
  errors: hiErrors,
  leave: hiLeave,
  network: hiNetwork,
  office: hiOffice,
  reports: hiReports,
  today: hiToday,
  outbox: hiOutbox,
  queue: hiQueue,
  review: hiReview,
  report: hiReport,
  rules: hiRules,
  settings: hiSettings,
  shell: hiShell,
  'sign-in': hiSignIn,
  'sign-off': hiSignOff,
  sync: hiSync,
  papers: hiPapers,
  'status-desk': hiStatusDesk,
  transfers: hiTransfers,
  viewer: hiViewer,
};

/** The Hindi texts are the model: the keys that compile are theirs. */
export type Texts = typeof hi;

/** All texts of the window, one namespace a feature. A test keeps both languages' keys and placeholders equal. */
export const resources = {
  hi,
  en: {
    common: enCommon,
    conflict: enConflict,
    courier: enCourier,
    documents: enDocuments,
    errors: enErrors,
    leave: enLeave,
    network: enNetwork,
    office: enOffice,
    reports: enReports,
    today: enToday,
    outbox: enOutbox,
    queue: enQueue,
    review: enReview,
    report: enReport,
    rules: enRules,
    settings: enSettings,
    shell: enShell,
    'sign-in': enSignIn,
    'sign-off': enSignOff,
    sync: enSync,
    papers: enPapers,
    'status-desk': enStatusDesk,
    transfers: enTransfers,
    viewer: enViewer,
  },
};
