/** The workerd processes that this process has started. Linux only: it reads /proc. */
import { readdirSync, readFileSync } from 'node:fs';

/** The one that started last runs the Workers; the one before it only hands requests on. */
function findWorkerds(): number[] {
  const processes = readdirSync('/proc').flatMap((name) => {
    const fields = readIfThere(`/proc/${name}/stat`)?.match(/^(\d+) \((.*)\) \S (\d+) (?:\S+ ){17}(\d+)/);
    if (fields?.[2] !== 'workerd' || Number(fields[3]) !== process.pid) return [];
    return { pid: Number(fields[1]), startedAt: Number(fields[4]) };
  });
  return processes.toSorted((a, b) => a.startedAt - b.startedAt || a.pid - b.pid).map(({ pid }) => pid);
}

/** Ends all of them at once, as a power cut would. */
export function killWorkerd(): void {
  for (const pid of findWorkerds()) process.kill(pid, 'SIGKILL');
}

/** Reads the CPU time that workerd has used so far, in milliseconds, over all of its threads. */
export function watchCpu(): () => number {
  const pid = findWorkerds().at(-1);
  if (pid === undefined) throw new TypeError('no workerd is running');
  return () => {
    const threads = readdirSync(`/proc/${pid}/task`).map((id) => readIfThere(`/proc/${pid}/task/${id}/schedstat`));
    return threads.reduce((sum, stat) => sum + Number(stat?.split(' ')[0] ?? 0) / 1e6, 0);
  };
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
