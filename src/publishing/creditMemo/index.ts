import type { CreditMemoCancellation } from '../../documents/changes';
import type { PublishingKind } from '../kind';
import { type CancelledContent, parseCancelledContent } from './content';

/** Credit memos that are voided or deleted in NetSuite are cancelled in the platform that they came from. */
export const creditMemoPublishing: PublishingKind<CancelledContent, CreditMemoCancellation> = {
  kind: 'creditMemo',
  isFinal: true,
  isSent: (settings) => settings.sends.creditMemoCancellations,
  parse: parseCancelledContent,
  change: (header) => ({ ...header, kind: 'creditMemo' }),
};
