import type { ItemDocument } from '../../../../documents/document';
import { quoted, refuse } from '../../../../documents/inputErrors';
import { versionOf } from '../../../../documents/moments';
import type { InputError, Result } from '../../../../documents/problem';
import type { DecodeSettings } from '../../../platform';
import type { ZuoraCharge } from './schema';

const ITEM_TYPES: ReadonlyMap<string, NonNullable<ItemDocument['itemType']>> = new Map([
  ['inventory', 'inventory'],
  ['noninventory', 'noninventory'],
  ['service', 'service'],
]);

/** Where the accounting code of a charge with this revenue rule goes, after Zuora's connector. */
const DEFERRING_RULE = 'recognize daily over time';

/**
 * A product rate plan charge as a document. The accounting code is the income account under "Recognize upon invoicing"
 * (the default) and the deferred revenue account under "Recognize daily over time"; the fields made for NetSuite
 * (`RecognizedRevAccount__NS`, `DeferredRevAccount__NS`) win over it.
 */
export function itemDocument(
  charge: ZuoraCharge,
  raw: unknown,
  path: string,
  settings: DecodeSettings,
): Result<ItemDocument, InputError> {
  const word = (charge.ItemType__NS ?? '').toLowerCase().replace(/[^a-z]/g, '');
  const itemType = word === '' ? null : ITEM_TYPES.get(word);
  if (itemType === undefined) {
    return refuse(
      'INVALID_VALUE',
      `${path}.ItemType__NS`,
      `${path}.ItemType__NS is ${quoted(charge.ItemType__NS)}: send Inventory, Non Inventory or Service.`,
    );
  }
  const isDeferring = charge.revenueRecognitionRuleName?.toLowerCase() === DEFERRING_RULE;
  return {
    ok: true,
    value: {
      kind: 'item',
      connection: settings.connection,
      id: charge.id,
      number: `Zuora Charge ${charge.id}`,
      version: charge.updatedDate === null ? '' : versionOf(charge.updatedDate),
      raw,
      category: 'charge',
      name: charge.name,
      sku: null,
      description: charge.description,
      itemType,
      incomeAccount: charge.RecognizedRevAccount__NS ?? (isDeferring ? null : charge.accountingCode),
      deferredRevenueAccount: charge.DeferredRevAccount__NS ?? (isDeferring ? charge.accountingCode : null),
      classification: { class: charge.Class__NS, department: charge.Department__NS, location: charge.Location__NS },
      subsidiary: charge.Subsidiary__NS,
      includeChildren: charge.IncludeChildren__NS ?? true,
    },
  };
}
