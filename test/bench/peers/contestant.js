/** As `test/bench/sync/contestant.ts`, in the peers' own package: the task, one measurement, the figures. */
export const task = JSON.parse(process.argv[2]);

export async function measured(bytesNow, work) {
  const before = await bytesNow();
  const begun = performance.now();
  await work();
  const ms = performance.now() - begun;
  return { ms, bytes: (await bytesNow()) - before };
}

export async function getJson(url, init) {
  const answer = await fetch(url, init);
  return answer.json();
}

export function tell(figures) {
  process.send({ ...figures, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) });
}

/** Decisions as documents; their size is that of what ours sends. */
export function decisions(bodies) {
  return bodies.slice(0, task.decisions).map((body, n) => ({
    id: `decision-${String(n).padStart(6, '0')}`,
    requestId: body.id,
    outcome: 'approve',
    content: 'न'.repeat(160),
    signatures: 's'.repeat(400),
  }));
}
