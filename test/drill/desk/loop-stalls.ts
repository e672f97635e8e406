const every = 10;

/**
 * How long this thread's event loop stood still at most, milliseconds: by the wall's clock, and without the time in
 * which other programs had the processor. What stands still longer than a tenth of a second is seen in the window.
 */
export function watchLoop() {
  let [last, lastCpu] = [performance.now(), cpu()];
  let [wall, own] = [0, 0];
  const timer = setInterval(() => {
    const [now, nowCpu] = [performance.now(), cpu()];
    const gap = Math.max(0, now - last - every);
    wall = Math.max(wall, gap);
    own = Math.max(own, Math.min(gap, nowCpu - lastCpu));
    [last, lastCpu] = [now, nowCpu];
  }, every);
  return {
    longest: () => ({ wall: Math.round(wall), own: Math.round(own) }),
    end: () => {
      clearInterval(timer);
    },
  };
}

/** Of this thread, milliseconds. */
function cpu(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
