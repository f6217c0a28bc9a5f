import type { FieldDefinition } from '../definition';
import { checkbox, computed, field, moment, select, text, textArea } from '../fieldList';

const editable = { submitFields: true } as const;

/**
 * Body fields of a contact (Records Browser: contact). Contact Name is mandatory there; where it is not given it follows
 * from first and last name, as Oracle's own sample leaves it out (subsect_161851142701).
 */
export const contactFields: readonly FieldDefinition[] = [
  text('entityid', 'Contact Name', 83, editable),
  select('company', 'Company', 'customer', { submitFields: true, sourcing: true }),
  text('salutation', 'Mr./Ms.', 30, editable),
  text('firstname', 'First Name', 32, editable),
  text('middlename', 'Middle Name', 32, editable),
  text('lastname', 'Last Name', 32, editable),
  text('phoneticname', 'Furigana', 83),
  text('title', 'Job Title', 99),
  select('subsidiary', 'Subsidiary', 'subsidiary'),
  field('email', 'Email', 'email', { maxLength: 254 }),
  field('altemail', 'Alt. Email', 'email', { maxLength: 254, ...editable }),
  field('phone', 'Main Phone', 'phone', { maxLength: 22, ...editable }),
  field('officephone', 'Office Phone', 'phone', { maxLength: 22 }),
  field('mobilephone', 'Mobile Phone', 'phone', { maxLength: 22, ...editable }),
  field('homephone', 'Home Phone', 'phone', { maxLength: 22, ...editable }),
  field('fax', 'Fax', 'phone', { maxLength: 22, ...editable }),
  textArea('comments', 'Comments', 4000, editable),
  select('assistant', 'Assistant', 'contact'),
  field('assistantphone', 'Assistant Phone', 'phone', { maxLength: 22 }),
  select('supervisor', 'Supervisor', 'contact'),
  field('supervisorphone', 'Supervisor Phone', 'phone', { maxLength: 22 }),
  checkbox('isprivate', 'Private'),
  checkbox('isinactive', 'Inactive', editable),
  text('externalid', 'External ID', 255),
  moment('datecreated', 'Date Created', { readOnly: true }),
  moment('lastmodifieddate', 'Last Modified', { readOnly: true }),
  computed('owner', 'Owner', 'integer'),
  computed('contactrole', 'Role', 'integer', { column: null }),
  text('defaultaddress', 'Default Address', 999, { readOnly: true, column: null }),
];
