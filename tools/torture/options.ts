/** What `npm run torture` is asked to do. */
export type Task =
  | { readonly do: 'flow'; readonly flow: string; readonly call: number; readonly fault: string }
  | { readonly do: 'flows'; readonly flows: readonly string[]; readonly jobs: number }
  | { readonly do: 'seed'; readonly seed: number }
  | { readonly do: 'seeds'; readonly seeds: number; readonly from: number; readonly jobs: number }
  | { readonly do: 'teeth'; readonly names: readonly string[] }
  | { readonly do: 'record'; readonly seeds: number; readonly jobs: number }
  | { readonly do: 'work' };

export const usage = `npm run torture -- --seeds N [--from M] [--jobs J]     N seeded runs, each twice
npm run torture -- --seed N                            one of them, with its log
npm run torture -- --exhaustive [--flow NAME]          every call of every flow broken in every way
npm run torture -- --flow NAME --call N --fault KIND   one of these runs
npm run torture -- --teeth [NAME]                      what each safeguard is worth
npm run torture -- --record [--seeds N]                all of it, written into docs/proof.md`;

/** @throws Error with the usage where the options are none */
export function readOptions(options: readonly string[]): Task {
  const given = (name: string): boolean => options.includes(`--${name}`);
  const value = (name: string): string | null => {
    const at = options.indexOf(`--${name}`);
    const next = at < 0 ? undefined : options[at + 1];
    return next === undefined || next.startsWith('--') ? null : next;
  };
  const number = (name: string, otherwise: number): number => {
    const text = value(name) ?? String(otherwise);
    if (!/^\d+$/.test(text)) throw new Error(`--${name} takes a whole number.\n${usage}`);
    return Number(text);
  };
  const jobs = number('jobs', 2);
  const flow = value('flow');
  const fault = value('fault');
  if (given('worker')) return { do: 'work' };
  if (given('record')) return { do: 'record', seeds: number('seeds', 10_000), jobs };
  if (given('teeth')) {
    const name = value('teeth');
    return { do: 'teeth', names: name === null ? [] : [name] };
  }
  if (given('seeds')) return { do: 'seeds', seeds: number('seeds', 200), from: number('from', 1), jobs };
  if (given('seed')) return { do: 'seed', seed: number('seed', 1) };
  if (given('call') && flow !== null && fault !== null) return { do: 'flow', flow, call: number('call', 1), fault };
  if (given('exhaustive') || flow !== null) return { do: 'flows', flows: flow === null ? [] : [flow], jobs };
  throw new Error(usage);
}
