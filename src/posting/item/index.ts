import type { ItemDocument } from '../../documents/document';
import type { ConnectionSettings } from '../../settings/settings';
import type { PostingKind } from '../kind';
import type { Lookup } from '../plan';
import { classificationLookups, unlessMapped } from '../references';
import { accountLookups } from './accounts';
import { planItem } from './plan';

/** Products and charges become NetSuite items for sale. */
export const itemKind: PostingKind<ItemDocument> = {
  kind: 'item',
  lookups: (document: ItemDocument, settings: ConnectionSettings): readonly Lookup[] => [
    ...accountLookups(document, settings),
    ...classificationLookups(document.classification, settings),
    ...unlessMapped(document.subsidiary, 'Subsidiary', settings, (name) => ({ kind: 'subsidiary', name })),
  ],
  plan: planItem,
};
