import * as log from 'N/log';
import type { EntryPoints } from 'N/types';

type Summary = EntryPoints.MapReduce.summarizeContext;

/** What the reduce invocations wrote. NetSuite hands objects over as JSON. */
export function valuesOfOutput<Value>(summary: Summary): readonly Value[] {
  const values: Value[] = [];
  summary.output.iterator().each((_key, value) => {
    values.push(JSON.parse(value) as Value);
    return true;
  });
  return values;
}

/** Writes the errors that ended a stage to the script's log. */
export function logErrors(title: string, summary: Summary): void {
  if (summary.inputSummary.error) log.error({ title: `${title}: input`, details: summary.inputSummary.error });
  summary.reduceSummary.errors.iterator().each((key, error) => {
    log.error({ title: `${title}: ${key}`, details: error });
    return true;
  });
}
