import type { BillingDocument } from '../../documents/document';
import { platforms } from '../../platforms';
import type { Cause } from '../../posting/causes';
import { loadConnections } from '../../settings/load';
import type { ConnectionSettings } from '../../settings/settings';
import { readPayload } from '../payload';
import type { TransferOutcome } from '../policy/states';
import type { ReadyTransfer } from '../store/readyTransfers';

/** A transfer's document with the settings of its connection. */
export interface ReadDocument {
  readonly transfer: ReadyTransfer;
  readonly document: BillingDocument;
  readonly settings: ConnectionSettings;
}

type Read =
  | { readonly ok: true; readonly value: ReadDocument }
  | { readonly ok: false; readonly outcome: TransferOutcome };

/** Reads what a transfer is to post, or why that cannot be read any more. 2 units where its payload is long. */
export function readTransfer(transfer: ReadyTransfer): Read {
  const settings = loadConnections().get(transfer.connection);
  const platform = settings === undefined ? undefined : platforms.get(settings.platform);
  if (settings === undefined || platform === undefined) {
    return unreadable(
      'UNKNOWN_CONNECTION',
      `Connection "${transfer.connection}" is not there any more, is inactive, or has no billing platform.`,
      'Set the connection up again under the same key; then retry.',
      { what: 'connection' },
    );
  }
  const decodeSettings = { connection: settings.key, timeZone: settings.timeZone };
  const read = readPayload(transfer.sourceKind, transfer.payload(), platform, decodeSettings);
  if (read.ok) return { ok: true, value: { transfer, document: read.value, settings } };
  const { code, message } = read.error;
  return unreadable(code, message, 'Send the document again.');
}

function unreadable(code: string, message: string, remedy: string, cause?: Cause): Read {
  return {
    ok: false,
    outcome: {
      status: 'Not Transferred',
      reason: 'Action Needed',
      error: { code, message, remedy },
      ...(cause === undefined ? {} : { cause }),
    },
  };
}
