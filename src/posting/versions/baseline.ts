import { canonicalJson } from '../../documents/canonicalJson';
import type { RecordPlan } from '../plan';

/**
 * What a transfer keeps of what it posted: the fingerprint of the plan, by which a newer version that says the same is
 * recognised, and when NetSuite says that the record was last saved, by which edits of others are.
 */
export interface Baseline {
  readonly fingerprint: string;
  /** As `ExistingRecord.modified`; empty where it is not known. */
  readonly modified: string;
}

/** The baseline as it is stored with the transfer: less than 100 characters. */
export function baselineText({ fingerprint, modified }: Baseline): string {
  return `${fingerprint}|${modified}`;
}

/** Null for a transfer that keeps none: of a version of the connector before it did, or of a record that was linked. */
export function readBaseline(text: string): Baseline | null {
  const [, fingerprint, modified] = /^([0-9a-f]{64})\|(.*)$/.exec(text) ?? [];
  return fingerprint === undefined || modified === undefined ? null : { fingerprint, modified };
}

/**
 * Stands for all that a plan writes but the posting period and what a credit is applied to, which depend on the moment in
 * which it is planned.
 * @param sha256 of a text, in hexadecimal digits
 */
export function planFingerprint(plan: RecordPlan, sha256: (text: string) => string): string {
  const { postingperiod: _period, ...fields } = plan.fields;
  const { apply: _applied, ...sublists } = plan.sublists;
  return sha256(canonicalJson({ recordType: plan.recordType, fields, sublists }));
}
