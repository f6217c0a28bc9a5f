import type { Account } from '../../kernel/account';
import type { FieldDefinition, SublistDefinition } from '../definition';
import { amount, fieldMap, select } from '../fieldList';
import type { RecordType } from '../recordType';
import { scheduleBalances } from './recognized';
import { isAdvanced, isClassic } from './regime';

const ITEMS = new Set(['inventoryitem', 'noninventorysaleitem', 'servicesaleitem']);
const SALES = new Set(['invoice', 'creditmemo', 'cashsale', 'cashrefund', 'salesorder', 'returnauthorization']);

const template = select('revrecschedule', 'Rev. Rec. Schedule', 'revrectemplate');
const rule = select('revenuerecognitionrule', 'Revenue Recognition Rule', 'revenuerecognitionrule');
const forecastRule = select('revrecforecastrule', 'Rev Rec Forecast Rule', 'revenuerecognitionrule');

/** What schedules of a sale have recognized, and what is still deferred, in the base currency (assumed). */
const BALANCES: readonly FieldDefinition[] = [
  amount('recognizedrevenue', 'Recognized Revenue', { readOnly: true, column: null }),
  amount('deferredrevenue', 'Deferred Revenue', { readOnly: true, column: null }),
];

/** A record type with the fields that an account has with a revenue recognition feature. */
export function withRevenueRecognition(account: Account, type: RecordType): RecordType {
  const classic = isClassic(account);
  if (ITEMS.has(type.id)) {
    const fields: FieldDefinition[] = [
      ...(classic ? [template] : []),
      ...(isAdvanced(account) ? [rule, forecastRule] : []),
    ];
    return fields.length === 0 ? type : { ...type, fields: [...type.fields.map(withDefault), ...fields] };
  }
  if (!classic || !SALES.has(type.id)) return type;
  return {
    ...type,
    fields: [...type.fields, ...BALANCES],
    sublists: (type.sublists ?? []).map(withTemplate),
    readDetails: (context, data, id) => {
      type.readDetails?.(context, data, id);
      Object.assign(data.fields, scheduleBalances(context.account, id));
    },
  };
}

/** Create Revenue Plans On is Revenue Arrangement Creation by default (section_4340443927). */
function withDefault(each: FieldDefinition): FieldDefinition {
  return each.id === 'createrevenueplanson' ? { ...each, defaultValue: '-1' } : each;
}

function withTemplate(sublist: SublistDefinition): SublistDefinition {
  if (sublist.id !== 'item') return sublist;
  return { ...sublist, fields: new Map([...sublist.fields, ...fieldMap([template])]) };
}
