import type { Account } from '../kernel/account';

/** Those who wait for runs to end; runs do not outlive the process in which they wait. */
const waiting = new WeakMap<Account, Map<string, (() => void)[]>>();

/** Has a function called when the run of the task ends. */
export function onEnd(account: Account, taskId: string, ended: () => void): void {
  const tasks = waiting.get(account) ?? new Map<string, (() => void)[]>();
  waiting.set(account, tasks);
  tasks.set(taskId, [...(tasks.get(taskId) ?? []), ended]);
}

/** Tells those who wait that the run has ended. */
export function announceEnd(account: Account, taskId: string): void {
  const tasks = waiting.get(account);
  for (const ended of tasks?.get(taskId) ?? []) ended();
  tasks?.delete(taskId);
}
