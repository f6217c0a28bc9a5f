import type { FieldValue, RecordData } from '../../records/data';
import { call } from '../host';
import type { Lacks } from '../moduleTypes';
import { withPromise } from '../promises';
import { optionsOf } from '../record/arguments';
import { ScriptRecord } from '../record/scriptRecord';
import { defineModule } from '../unsupported';

/** Configuration pages; those that the simulator does not have are named when they are loaded (section_4256772632). */
const Type = Object.freeze({
  USER_PREFERENCES: 'userpreferences',
  COMPANY_INFORMATION: 'companyinformation',
  COMPANY_PREFERENCES: 'companypreferences',
  ACCOUNTING_PREFERENCES: 'accountingpreferences',
  ACCOUNTING_PERIODS: 'accountingperiods',
  TAX_PERIODS: 'taxperiods',
  FEATURES: 'companyfeatures',
  TIME_POST: 'timepost',
  TIME_VOID: 'timevoid',
});

/** A configuration page behaves as a record; its field ids may be written in either case. */
class ConfigurationRecord extends ScriptRecord {
  override readonly save: ScriptRecord['save'];

  constructor(data: RecordData) {
    super(data);
    this.save = withPromise((): number => {
      call('config.save', { record: data });
      return 0;
    });
  }

  override getValue(...given: unknown[]): FieldValue | FieldValue[] | undefined {
    return super.getValue(...lowered(given));
  }

  override getText(...given: unknown[]): string | string[] {
    return super.getText(...lowered(given));
  }

  override setValue(...given: unknown[]): this {
    return super.setValue(...lowered(given));
  }
}

function lowered(given: readonly unknown[]): unknown[] {
  const [first, ...rest] = given;
  if (typeof first === 'string') return [first.toLowerCase(), ...rest];
  if (typeof first !== 'object' || first === null || !('fieldId' in first)) return [...given];
  return [{ ...first, fieldId: String(first.fieldId).toLowerCase() }, ...rest];
}

const load = (...given: unknown[]): ScriptRecord => {
  const { type } = optionsOf('config.load', given, ['type']);
  return new ConfigurationRecord(call<RecordData>('config.load', { type: String(type) }));
};

const implemented = { Type, load };

/** Checks that every member of N/config is here. */
export const lacks: Lacks<typeof import('N/config'), typeof implemented, never> = true;

/** `N/config` (section_4261803800). */
export const config = defineModule('N/config', implemented);
