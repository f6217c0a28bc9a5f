import type { ItemDocument } from '../../documents/document';
import { versionOf } from '../../documents/moments';
import type { DecodeSettings } from '../platform';
import { assumedCategory } from './assumptions';
import { lastModified, type NueProduct } from './schema';

/** A Nue product as a document. Accounts and item type come from the settings, by the product's kind. */
export function itemDocument(product: NueProduct, raw: unknown, settings: DecodeSettings): ItemDocument {
  return {
    kind: 'item',
    connection: settings.connection,
    id: product.id,
    number: product.sku ?? product.id,
    version: versionOf(lastModified(product)),
    raw,
    category: assumedCategory([product.assetType, product.productCategory, product.recordType]),
    name: product.name,
    sku: product.sku,
    description: product.description,
    itemType: null,
    incomeAccount: null,
    deferredRevenueAccount: null,
    classification: { class: null, department: null, location: null },
    subsidiary: null,
    includeChildren: true,
  };
}
