import { userError } from '../netsuite/scriptErrors';
import { TRANSFER_STATUSES, type TransferStatus } from './policy/states';
import { intakeState } from './store/intakes';
import { findTransfers, listTransfers } from './store/views';

/** Transfers on one page of an answer. */
const PAGE_SIZE = 50;

/** Of an intake at most so many transfers are listed, parts included. */
const MOST_OF_INTAKE = 5_000;

/** Parameters of GET as NetSuite hands them over: texts. */
export type LookupParameters = Readonly<Record<string, string | undefined>>;

/**
 * Answers GET: `?transfer=`, `?connection=&kind=&id=` (its newest version), `?intake=`, or `?connection=&status=&page=`.
 * 10 to 20 units.
 * @throws INVALID_REQUEST, NOT_FOUND
 */
export function lookUp(parameters: LookupParameters): unknown {
  if (given(parameters.transfer)) return one({ transfer: wholeNumber(parameters.transfer, 'transfer') });
  if (given(parameters.intake)) return intake(wholeNumber(parameters.intake, 'intake'));
  const { connection, kind, id } = parameters;
  // What the platform sent; what was sent to it is found by its transfer, or in the pages of its connection.
  if (given(connection) && given(kind) && given(id)) return one({ direction: 'Inbound', connection, kind, id });
  if (!given(connection) || given(id)) {
    throw userError(
      'INVALID_REQUEST',
      'Give transfer, or connection with kind and id, or intake, or connection (with status and page, as you like).',
    );
  }
  const page = given(parameters.page) ? wholeNumber(parameters.page, 'page') : 1;
  const status = given(parameters.status) ? statusOf(parameters.status) : undefined;
  const { transfers, total } = findTransfers(
    { connection, ...(given(kind) ? { kind } : {}), ...(status === undefined ? {} : { status }) },
    page,
    PAGE_SIZE,
  );
  return { transfers, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)), total };
}

function one(filter: Parameters<typeof listTransfers>[0]): unknown {
  const [transfer] = listTransfers(filter, 1);
  if (transfer !== undefined) return transfer;
  throw userError(
    'NOT_FOUND',
    'transfer' in filter
      ? `There is no transfer ${filter.transfer}.`
      : `Connection "${filter.connection}" has sent no ${filter.kind} "${filter.id}".`,
  );
}

function intake(id: number): unknown {
  const state = intakeState(id);
  if (state === null) throw userError('NOT_FOUND', `There is no intake ${id}.`);
  return { intake: id, ...state, transfers: listTransfers({ intake: id }, MOST_OF_INTAKE) };
}

function given(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

function wholeNumber(text: string | undefined, name: string): number {
  if (text === undefined || !/^[1-9]\d{0,8}$/.test(text)) {
    throw userError('INVALID_REQUEST', `${name} is "${text}": it must be a whole number from 1 on.`);
  }
  return Number(text);
}

function statusOf(text: string): TransferStatus {
  const status = TRANSFER_STATUSES.find((known) => known === text);
  if (status === undefined) {
    throw userError('INVALID_REQUEST', `status is "${text}": it must be one of ${TRANSFER_STATUSES.join(', ')}.`);
  }
  return status;
}
