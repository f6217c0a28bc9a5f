import { isFeatureInEffect } from '../../company/settings';
import { checkbox, field, select, text, textArea } from '../fieldList';
import { keyIn, type RecordType, textIn } from '../recordType';
import { isEmpty, missingValues, userError } from '../validation';
import { writeFullName } from './fullName';

/** Accounts of the general ledger (Records Browser: account). */
export const account: RecordType = {
  id: 'account',
  label: 'Account',
  group: 'list',
  table: 'account',
  fields: [
    text('acctnumber', 'Number', 60),
    text('acctname', 'Name', 31, { mandatory: true }),
    select('accttype', 'Type', 'accounttype', { mandatory: true }),
    select('parent', 'Subaccount of', 'account'),
    select('currency', 'Currency', 'currency'),
    field('subsidiary', 'Subsidiary', 'multiselect', { source: 'subsidiary' }),
    checkbox('includechildren', 'Include Children'),
    textArea('description', 'Description', 4000),
    checkbox('eliminate', 'Eliminate Intercompany Transactions'),
    checkbox('inventory', 'Inventory'),
    checkbox('revalue', 'Revalue Open Balance for Foreign Currency Transactions'),
    select('generalrate', 'General Rate Type', 'generalrate', { column: 'generalratetype' }),
    select('class', 'Restrict to Class', 'classification'),
    select('department', 'Restrict to Department', 'department'),
    select('location', 'Restrict to Location', 'location'),
    text('legalname', 'Legal Name', 255),
    checkbox('isinactive', 'Inactive'),
    text('externalid', 'External ID', 255),
  ],
  validate: ({ account: { store }, account }, data) => {
    if (isFeatureInEffect(account, 'SUBSIDIARIES') && isEmpty(data.fields.subsidiary)) {
      throw missingValues(['Subsidiary']);
    }
    const number = textIn(data.fields.acctnumber);
    const other = store.get('SELECT 1 AS found FROM account WHERE acctnumber = ? AND id <> ?', [
      number,
      Number(data.id ?? 0),
    ]);
    if (number !== '' && other) throw userError('The account number you have chosen is already used.');
    const parent = keyIn(data.fields.parent);
    if (parent === null) return;
    const row = store.get<{ accttype: string }>('SELECT accttype FROM account WHERE id = ?', [parent]);
    if (row && row.accttype !== data.fields.accttype) {
      throw userError('A subaccount must have the same type as its parent account.');
    }
  },
  writeDetails: (context, data, _stored, id) => {
    const fullName = writeFullName(context, 'account', 'acctname', id);
    const number = textIn(data.fields.acctnumber);
    const shown = number === '' ? fullName : `${number} ${fullName}`;
    context.account.store.run(
      `UPDATE account SET displaynamewithhierarchy = ?, accountsearchdisplayname = ?, accountsearchdisplaynamecopy = ?,
         issummary = 'F' WHERE id = ?`,
      [fullName, shown, shown, id],
    );
  },
};
