import type { Call, RecordedExecution, Recording } from '../measure';
import type { Table } from '../table';

const STAGES: Readonly<Record<string, string>> = {
  customscript_obc_inbound: 'the call',
  customscript_obc_intake: 'run of the intake',
  customscript_obc_post: 'run of posting',
};

/** What the units of a recording were spent on, for one document. */
export function breakdown({ executions }: Recording, documents: number): Table {
  const units = new Map<string, number>();
  for (const execution of executions) {
    for (const call of execution.calls) {
      const purpose = purposeOf(call, execution);
      units.set(purpose, (units.get(purpose) ?? 0) + call.units);
    }
  }
  const rows = [...units].filter(([, spent]) => spent > 0).sort(([, a], [, b]) => b - a);
  const total = rows.reduce((sum, [, spent]) => sum + spent, 0);
  return {
    title: `Where the units go: invoice, ${documents} in one call`,
    columns: ['for', 'units', 'units each'],
    rows: [...rows, ['all', total] as const].map(([purpose, spent]) => [purpose, spent, spent / documents]),
    notes: [],
    over: [],
  };
}

function purposeOf({ op, args }: Call, { script, entryPoint }: RecordedExecution): string {
  const type = recordTypeOf(args);
  if (op === 'task.submit') return 'runs that are submitted';
  if (op.startsWith('query.')) return `queries in ${STAGES[script] ?? script}, ${entryPoint}`;
  if (type === 'customrecord_obc_transfer') {
    return op === 'record.submitFields' ? 'transfers: what became of them' : 'transfers: stored';
  }
  if (type === 'customrecord_obc_intake') return 'intake: stored, read, finished';
  if (type === 'customrecord_obc_lane') return 'lanes: taken, given back';
  return type === null ? op : `${type}: ${op}`;
}

/** The type of the record that a call of N/record is about. */
export function recordTypeOf(args: unknown): string | null {
  if (typeof args !== 'object' || args === null) return null;
  if ('type' in args && typeof args.type === 'string') return args.type;
  return 'record' in args ? recordTypeOf(args.record) : null;
}
