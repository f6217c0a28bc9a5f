import type { Account } from '../../kernel/account';
import { type CustomFieldInput, type CustomFieldKind, defineField } from '../../records/custom/defineField';
import { sourceOfSelectRecordType } from '../../records/select/sources';
import { flagOf, textOf, type XmlElement } from '../project/xml';
import { referredInternalId } from './references';

/** Defines a custom field from its element; `rest` is what its kind adds. */
export function installField(
  account: Account,
  kind: CustomFieldKind,
  element: XmlElement,
  application: string,
  rest: Pick<CustomFieldInput, 'recordType' | 'appliesTo'>,
): void {
  const source = textOf(element, 'selectrecordtype');
  const defaultValue = defaultOf(account, element);
  const maxLength = textOf(element, 'maxlength');
  const sourceName = source === null ? null : sourceOfSelectRecordType(source);
  defineField(account, {
    scriptId: element.attributes.scriptid ?? '',
    kind,
    label: textOf(element, 'label') ?? '',
    fieldType: textOf(element, 'fieldtype') ?? 'TEXT',
    isMandatory: flagOf(element, 'ismandatory', false),
    isParent: flagOf(element, 'isparent', false),
    storeValue: flagOf(element, 'storevalue', true),
    showInList: flagOf(element, 'showinlist', false),
    description: textOf(element, 'description') ?? '',
    displayType: textOf(element, 'displaytype') ?? 'NORMAL',
    onParentDelete: textOf(element, 'onparentdelete') ?? 'NO_ACTION',
    application,
    ...(sourceName === null ? {} : { source: sourceName }),
    ...(defaultValue === null ? {} : { defaultValue }),
    ...(maxLength === null ? {} : { maxLength: Number(maxLength) }),
    ...rest,
  });
}

/** The default as it is stored: `T` for a ticked box, an internal id for a selection. */
export function defaultOf(account: Account, element: XmlElement): string | null {
  if (textOf(element, 'fieldtype') === 'CHECKBOX') return flagOf(element, 'defaultchecked', false) ? 'T' : null;
  const selection = textOf(element, 'defaultselection');
  return selection === null ? textOf(element, 'defaultvalue') : referredInternalId(account, selection);
}
