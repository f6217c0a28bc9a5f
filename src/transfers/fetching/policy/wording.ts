import type { DocumentReference } from '../../../documents/document';
import type { Refusal } from '../../../platforms/outbound';
import { waitingFor } from '../../../posting/problems';
import type { TransferError } from '../../policy/states';

/** What a waiting transfer says where the platform does not have what it waits for. */
export function notFound(document: DocumentReference, platform: string): TransferError {
  const name = `${document.kind} "${document.id}"`;
  return {
    code: 'NOT_FOUND_IN_PLATFORM',
    message: `Waits for the ${name}, which was never sent, and which ${platform} did not have when it was asked for it.`,
    remedy:
      `Restore the ${name} in ${platform}, or send it; it is asked for again by itself, at least every four hours. ` +
      'If this document names it wrongly, correct that in the platform and send this document again.',
  };
}

/** What a waiting transfer says where the platform refused to say, or what it said cannot be taken. */
export function notGiven(document: DocumentReference, platform: string, refusal: Refusal): TransferError {
  const { kind, id } = document;
  return {
    code: refusal.code,
    message: `Waits for the ${kind} "${id}", which was never sent; ${platform}, asked for it, did not give it: ${refusal.message}`,
    remedy: `${refusal.remedy} The ${kind} "${id}" is asked for again by itself; or send it.`,
  };
}

/** What a transfer says that waits for what has just been fetched. */
export function fetched(document: DocumentReference, platform: string): TransferError {
  const { code, message } = waitingFor(document);
  return {
    code,
    message,
    remedy: `None needed: it was fetched from ${platform}. If its own transfer needs action, correct it there.`,
  };
}
