import type { Account } from '../kernel/account';
import { hasRecordType, recordType } from './catalogue';

/** How Oracle's table of governance units tells records apart (section_157072844224). */
export type RecordRate = 'transaction' | 'custom' | 'other';

/** The rate of a record type; a type that the account does not have is charged as any other record. */
export function recordRate(account: Account, type: string): RecordRate {
  if (type.toLowerCase().startsWith('customrecord')) return 'custom';
  if (!hasRecordType(account, type)) return 'other';
  const { group } = recordType(account, type);
  return group === 'transaction' ? 'transaction' : 'other';
}
