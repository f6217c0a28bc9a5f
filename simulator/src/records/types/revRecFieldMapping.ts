import { notSupported } from '../../kernel/errors';
import { checkbox, date, select, text, textArea } from '../fieldList';
import { type RecordType, textIn } from '../recordType';
import { missingValues } from '../validation';

/**
 * Revenue recognition field maps (article_1107125238, section_4527123579): which field of a source fills which field of an
 * element. Sources are lines and bodies of transactions; targets are the element's dates and its reference id, whose
 * internal ids but that of End Date are assumed.
 */
export const revRecFieldMapping: RecordType = {
  id: 'revrecfieldmapping',
  label: 'Revenue Recognition Field Map',
  group: 'list',
  table: 'revrecfieldmapping',
  fields: [
    text('sourcerecordtype', 'Source Record Type', 60, { mandatory: true }),
    text('transactiontype', 'Transaction Type', 30),
    select('customtxform', 'Custom Form', 'customform'),
    select('sourcefield', 'Source Field', 'revenuesourcefield', { mandatory: true }),
    select('targetfield', 'Target Field', 'revenuetargetfield', { mandatory: true }),
    date('startdate', 'Start Date'),
    date('enddate', 'End Date'),
    checkbox('autoupdatetargetfieldvalue', 'Automatically Update Target Field Value'),
    textArea('description', 'Description', 999),
    text('externalid', 'External ID', 255),
  ],
  complete: (_context, data) => {
    const source = textIn(data.fields.sourcerecordtype);
    if (source && source !== 'TRANSACTION_LINE') throw notSupported(`revenue field maps of ${source}`);
    const target = textIn(data.fields.targetfield);
    if (/^\d+$/.test(target)) throw notSupported('custom target fields of revenue field maps');
  },
  validate: (_context, data) => {
    // An end date needs a start date (section_4527123579).
    if (data.fields.enddate && !data.fields.startdate) throw missingValues(['Start Date']);
  },
};
