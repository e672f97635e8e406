import type { Office } from '../support/e2e/office.ts';

/** What the window said is recorded, against what the server has. */
export interface Account {
  count: number;
  /** Recorded, and not accepted by the server. */
  lost: number;
  /** Accepted beyond one for each request. */
  duplicated: number;
}

/** @param requestNos the requests whose decisions were shown as recorded, once each. */
export async function countDecisions(office: Office, requestNos: readonly string[]): Promise<Account> {
  const requests = await office.requests();
  const decisions = (await office.server.data.decisions()).filter(({ result }) => result === 'accepted');
  const timesAccepted = requestNos.map((requestNo) => {
    const request = requests.find((each) => each.requestNo === requestNo);
    return decisions.filter(({ requestId }) => requestId === request?.id).length;
  });
  return {
    count: requestNos.length,
    lost: timesAccepted.filter((times) => times === 0).length,
    duplicated: timesAccepted.reduce((extra, times) => extra + Math.max(0, times - 1), 0),
  };
}
