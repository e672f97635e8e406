/** A request that passes every rule; a test changes only what it is about. */
export function sampleInput(
  changes: {
    request?: Record<string, unknown>;
    lsp?: Record<string, unknown> | null;
    [key: string]: unknown;
  } = {},
) {
  const { request, lsp, ...rest } = changes;
  return {
    request: {
      kioskCode: 'K11034638',
      category: 'C',
      district: 'Jaipur',
      currentLsp: 'नमूना एलएसपी एक',
      targetLsp: 'नमूना एलएसपी दो',
      applicationDate: '2026-10-01',
      applicant: 'सीता मीणा',
      registeredOperator: 'सीता मीणा',
      reason: 'नमूना: सहायता नहीं मिलती',
      migrationsBefore: 1,
      feePaid: 1000,
      purpose: 'MIGRATION',
      ...request,
    },
    lsp:
      lsp === null
        ? null
        : {
            workingKiosks: 20,
            coordinator: 'नमूना समन्वयक',
            ruralRolloutComplete: true,
            urbanRolloutComplete: true,
            workStartedOn: '2026-07-01',
            ...lsp,
          },
    windows: [{ from: '2026-10-01', to: '2026-10-31', orderNo: 'SAMPLE/7' }],
    ...rest,
  };
}
