import type { ExecutionRequest, ScriptType } from '../kernel/execution';

type Limits = ExecutionRequest['limits'];

const MINUTES = 60;

/** Governance units (section_N3351480) and seconds (section_161591009480) of one execution, by script type. */
const LIMITS: Readonly<Record<Exclude<ScriptType, 'MAPREDUCE'>, Limits>> = {
  RESTLET: { units: 5_000, seconds: 5 * MINUTES },
  SUITELET: { units: 1_000, seconds: 5 * MINUTES },
  SCHEDULED: { units: 10_000, seconds: 60 * MINUTES },
  USEREVENT: { units: 1_000, seconds: 5 * MINUTES },
  SDFINSTALLATION: { units: 10_000, seconds: 60 * MINUTES },
  CLIENT: { units: 1_000, seconds: 5 * MINUTES },
};

/** Each stage of a map/reduce script has limits of its own for one call of its function (section_4480364878). */
const MAP_REDUCE_LIMITS: Readonly<Record<string, Limits>> = {
  getInputData: { units: 10_000, seconds: 60 * MINUTES },
  map: { units: 1_000, seconds: 5 * MINUTES },
  reduce: { units: 5_000, seconds: 15 * MINUTES },
  summarize: { units: 10_000, seconds: 60 * MINUTES },
};

/** Limits of one execution of an entry point. */
export function limitsOf(type: ScriptType, entryPoint: string): Limits {
  if (type !== 'MAPREDUCE') return LIMITS[type];
  return MAP_REDUCE_LIMITS[entryPoint] ?? { units: 10_000, seconds: 60 * MINUTES };
}

/** Units after which a map or reduce job of a map/reduce script yields, looked at between two calls (section_4480364878). */
export const JOB_UNITS = 10_000;
