import { checkbox, select, text } from '../fieldList';
import type { RecordType } from '../recordType';
import { writeFullName } from './fullName';

/** Departments, classes and locations have the same fields here. */
function classificationType(id: string, label: string): RecordType {
  return {
    id,
    label,
    group: 'list',
    table: id,
    fields: [
      text('name', 'Name', 60, { mandatory: true }),
      select('parent', `Sub${label.toLowerCase()} of`, id),
      { ...select('subsidiary', 'Subsidiary', 'subsidiary'), type: 'multiselect' },
      checkbox('includechildren', 'Include Children'),
      checkbox('isinactive', 'Inactive'),
      text('externalid', 'External ID', 255),
    ],
    writeDetails: (context, _data, _stored, rowId) => writeFullName(context, id, 'name', rowId),
  };
}

export const department = classificationType('department', 'Department');
export const classification = classificationType('classification', 'Class');
export const location = classificationType('location', 'Location');
