import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a process, its threads and its children have used, user and system time, in microseconds. */
export function cpuOf(pid: number): number {
  const tasks = join('/proc', String(pid), 'task');
  return readdirSync(tasks).reduce((sum, task) => {
    const read = (name: string) => readFileSync(join(tasks, task, name), 'utf8').trim();
    const [nanoseconds] = read('schedstat').split(' ');
    const children = read('children').split(' ').filter(Boolean).map(Number);
    const inherited = children.reduce((total, child) => total + cpuOf(child), 0);
    return sum + Number(nanoseconds) / 1000 + inherited;
  }, 0);
}
