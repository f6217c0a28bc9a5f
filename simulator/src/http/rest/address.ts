import type { Account } from '../../kernel/account';
import { recordType } from '../../records/catalogue';
import { recordByExternalId } from '../../records/externalId';
import { RestProblem } from './problem';

export const RECORD_PATH = '/services/rest/record/v1';

/** What an address of REST records names. */
export interface RestAddress {
  /** Record type in lower case. */
  readonly type: string;
  /** Internal id; null for the collection, and for an external id that no record has. */
  readonly id: string | null;
  /** External id of `eid:...`. */
  readonly externalId: string | null;
  /** Sublist or other part of the record. */
  readonly part: string | null;
  /** Record type of `!transform/...`, in lower case. */
  readonly transformTo: string | null;
}

/**
 * Reads `/services/rest/record/v1/{type}[/{id}|/eid:{externalId}][/{sublist}|/!transform/{type}]`
 * (section_1545141395, section_156334828635 for external ids).
 *
 * @throws RestProblem where the address has another form; INVALID_RCRD_TYPE
 */
export function restAddress(account: Account, path: string): RestAddress {
  const [type, key, part, target, ...rest] = path
    .slice(RECORD_PATH.length + 1)
    .split('/')
    .filter((piece) => piece !== '')
    .map(decodeURIComponent);
  if (!type || rest.length > 0) throw notFound(path);
  const rules = recordType(account, type.toLowerCase());
  const isTransform = part === '!transform';
  if (isTransform !== (target !== undefined)) throw notFound(path);
  const externalId = key?.startsWith('eid:') ? key.slice(4) : null;
  if (key !== undefined && externalId === null && !/^-?\d+$/.test(key)) throw notFound(path);
  const found = externalId === null ? null : recordByExternalId(account, rules, externalId);
  return {
    type: type.toLowerCase(),
    id: externalId === null ? (key ?? null) : (found?.id ?? null),
    externalId,
    part: isTransform ? null : (part?.toLowerCase() ?? null),
    transformTo: isTransform ? (target?.toLowerCase() ?? null) : null,
  };
}

function notFound(url: string): RestProblem {
  return new RestProblem(404, 'INVALID_URL', 'Invalid URL. Provide a valid URL of a record.', { url });
}
