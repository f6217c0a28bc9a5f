import { notSupported } from '../../kernel/errors';
import type { RecordData } from '../data';
import { amount, checkbox, date, field, select, sublist, text } from '../fieldList';
import { keyIn, lineOf, type RecordContext, type RecordType, textIn } from '../recordType';
import { dateOfIso } from '../values/dates';

/**
 * Revenue recognition templates (Records Browser: revrectemplate, section_N3753754): how the revenue of a line is spread.
 * Periods of offset, an initial amount and percent-complete templates are not supported.
 */
export const revRecTemplate: RecordType = {
  id: 'revrectemplate',
  label: 'Revenue Recognition Template',
  group: 'list',
  table: 'revrectemplate',
  fields: [
    text('name', 'Name', 60, { mandatory: true }),
    select('amortizationtype', 'Type', 'revrecscheduletype', { defaultValue: 'STANDARD' }),
    select('recurrencetype', 'Recognition Method', 'revrecrecurrencetype', {
      defaultValue: 'STRAIGHT_LINE_BY_EVEN_PERIODS',
    }),
    field('amortizationperiod', 'Recognition Period', 'integer'),
    field('periodoffset', 'Period Offset', 'integer', { mandatory: true, defaultValue: '0' }),
    field('revrecoffset', 'Start Offset', 'integer', { mandatory: true, defaultValue: '0' }),
    field('initialamount', 'Initial Amount', 'rate'),
    text('recogintervalsrc', 'Recognition Term Source', 60),
    checkbox('ispublic', 'Public'),
    checkbox('isinactive', 'Inactive'),
    text('externalid', 'External ID', 255),
  ],
  validate: (_context, data) => {
    if (data.fields.amortizationtype === 'VARIABLE') throw notSupported('variable revenue recognition templates');
    for (const fieldId of ['periodoffset', 'revrecoffset', 'initialamount']) {
      if (!['', '0', '0%'].includes(textIn(data.fields[fieldId]))) {
        throw notSupported(`the field ${fieldId} of revrectemplate`);
      }
    }
    if (textIn(data.fields.recogintervalsrc)) throw notSupported('the field recogintervalsrc of revrectemplate');
  },
};

/**
 * Revenue recognition schedules (Records Browser: revrecschedule), which sales make by themselves: they can be read. The
 * ids of the columns of their recurrence are assumed.
 */
export const revRecSchedule: RecordType = {
  id: 'revrecschedule',
  label: 'Revenue Recognition Schedule',
  group: 'list',
  table: 'revrecschedule',
  forbidden: ['create', 'copy', 'edit', 'delete'],
  fields: [
    text('name', 'Name', 60, { mandatory: true }),
    select('amortizationtype', 'Type', 'revrecscheduletype'),
    field('amortizationperiod', 'Recognition Period', 'integer'),
    select('recurrencetype', 'Recognition Method', 'revrecrecurrencetype'),
    amount('totalamount', 'Amount'),
    date('revrecstartdate', 'Rev. Rec. Start Date'),
    date('revrecenddate', 'Rev. Rec. End Date'),
    select('sourcetransaction', 'Source', 'transaction'),
    select('item', 'Item', 'item'),
    checkbox('isinactive', 'Inactive'),
  ],
  sublists: [
    sublist(
      'recurrence',
      'Recurrence',
      [
        select('postingperiod', 'Posting Period', 'accountingperiod'),
        amount('recamount', 'Amount'),
        select('incomeaccount', 'Income Account', 'account'),
        select('deferralaccount', 'Deferral Account', 'account'),
        checkbox('isrecognized', 'Is Recognized'),
        text('journal', 'Journal', 20),
        date('dateexecuted', 'Date Executed'),
      ],
      { staticLines: true },
    ),
  ],
  readDetails: readRecurrence,
};

function readRecurrence({ account }: RecordContext, data: RecordData, id: number): void {
  data.sublists.recurrence = account.store
    .all('SELECT * FROM revrecschedulerecurrence WHERE schedule = ? ORDER BY id', [id])
    .map(({ postingperiod, recamount, incomeaccount, deferralaccount, isrecognized, journal, dateexecuted }) =>
      lineOf({
        postingperiod: key(postingperiod),
        recamount: recamount ?? null,
        incomeaccount: key(incomeaccount),
        deferralaccount: key(deferralaccount),
        isrecognized: isrecognized === 'T',
        journal: key(journal),
        dateexecuted: typeof dateexecuted === 'string' ? dateOfIso(dateexecuted) : null,
      }),
    );
}

function key(value: string | number | null | undefined): string | null {
  const found = keyIn(value);
  return found === null ? null : String(found);
}
