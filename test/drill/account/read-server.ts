import type { CentralServer } from '../../central-server/start.ts';
import type { ServerSide } from './compare-sides.ts';

const decided = new Set(['approved', 'rejected', 'returned', 'held']);

/** From the server's tables, not through what it answers. */
export async function readServer(
  { data }: CentralServer,
  deviceId: string,
  requestIds: readonly string[],
): Promise<ServerSide> {
  const all = await data.decisions();
  const ids = new Set(requestIds);
  const requests = (await data.requests()).filter(({ id }) => ids.has(id));
  const accepted = new Map<string, number>();
  for (const { requestId, result } of all) {
    if (requestId !== null && result === 'accepted')
      accepted.set(requestId, (accepted.get(requestId) ?? 0) + 1);
  }
  return {
    answers: all
      .filter((decision) => decision.deviceId === deviceId)
      .map(({ id, requestId, result, sealed }) => ({
        id,
        requestId,
        result,
        content: sealed?.content ?? null,
      })),
    effects: new Map(
      requests.map(({ id, history }) => [id, history.filter(({ event }) => decided.has(event)).length]),
    ),
    accepted,
  };
}
