/** The memory of a process and of everything it started. Linux only: it reads /proc. */
import { readdirSync, readFileSync } from 'node:fs';

const SAMPLE_MILLISECONDS = 50;
const KIBIBYTE = 1024;

/**
 * Samples the resident memory of a process tree until told to stop.
 *
 * @returns A function that ends the sampling and returns the largest sum seen, in bytes; undefined where there is no /proc.
 */
export function watchMemory(rootPid: number): () => number | undefined {
  let peak: number | undefined;
  const timer = setInterval(() => {
    const now = residentBytes(rootPid);
    if (now !== undefined) peak = Math.max(peak ?? 0, now);
  }, SAMPLE_MILLISECONDS);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

function residentBytes(rootPid: number): number | undefined {
  const processes = readProcesses();
  if (!processes) return undefined;
  const tree = new Set([rootPid]);
  for (const { pid, parent } of processes) if (tree.has(parent)) tree.add(pid);
  return processes.filter(({ pid }) => tree.has(pid)).reduce((sum, { bytes }) => sum + bytes, 0);
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly bytes: number;
}

/** Every process, parents before their children as a rule. */
function readProcesses(): Process[] | undefined {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids
      .map(Number)
      .toSorted((a, b) => a - b)
      .flatMap((pid) => readProcess(pid) ?? []);
  } catch {
    return undefined;
  }
}

function readProcess(pid: number): Process | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return { pid, parent: field('PPid'), bytes: field('VmRSS') * KIBIBYTE };
  } catch {
    return undefined;
  }
}
