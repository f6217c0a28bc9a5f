import type { CallSite } from 'netsuite-simulator';
import type { Mutation } from '../../../tools/mutation/mutation';

/** What shows that a safeguard is missing. */
export type Witness =
  /** A flow that ends otherwise than with the safeguard; or, with a fault at one of the calls that are named, otherwise than undisturbed. */
  | {
      readonly flow: string;
      readonly fault?: string;
      readonly at?: (site: CallSite) => boolean;
      /** All that counts, where what is switched off changes more than that. */
      readonly finds?: 'a transaction twice';
    }
  /** One of the first so many seeded runs. */
  | { readonly seeds: number };

/** A part of the SuiteApp that keeps documents from being lost, doubled or mixed up, and the way to switch it off. */
export interface Safeguard {
  readonly name: string;
  readonly off: Mutation;
  /** What does the same where this one is missing; both have to be off before anything goes wrong. */
  readonly backup?: { readonly name: string; readonly off: Mutation };
  readonly witness: Witness;
}

const isSave = ({ op }: CallSite): boolean => op === 'record.save';
const isSaveOf =
  (script: string) =>
  (site: CallSite): boolean =>
    isSave(site) && site.script === script;

const externalId: Mutation = {
  file: 'src/posting/submit.ts',
  find: "if (plan.action === 'create') target.setValue({ fieldId: 'externalid', value: plan.externalId });",
  replace: '',
};

const lookUpAfterError: Mutation = {
  file: 'src/posting/saved.ts',
  find: "plan.action === 'create'\n      ? recordsByExternalId(group, [plan.externalId]).get(plan.externalId)",
  replace: "plan.action === 'create'\n      ? undefined",
};

export const safeguards: readonly Safeguard[] = [
  {
    name: 'external id',
    off: externalId,
    witness: { flow: 'zuora-invoice', fault: 'crash after', at: isSave },
  },
  {
    name: 'look-up before create',
    off: {
      file: 'src/posting/batch.ts',
      find: 'for (const [id, record] of recordsByExternalId(group, ids)) found.set(externalIdKey(group, id), record);',
      replace: '',
    },
    backup: { name: 'look-up after error', off: lookUpAfterError },
    witness: { flow: 'zuora-invoice', fault: 'crash after', at: isSave },
  },
  { name: 'look-up after error', off: lookUpAfterError, witness: { seeds: 40 } },
  {
    name: 'lane lease',
    off: {
      file: 'src/transfers/store/lanes.ts',
      find: 'const row = record.load({ type: LANE_TYPE, id: lane });',
      replace: 'return true;\n    const row = record.load({ type: LANE_TYPE, id: lane });',
    },
    backup: { name: 'external id', off: externalId },
    witness: { flow: 'two-runs', finds: 'a transaction twice' },
  },
  {
    name: 'row key',
    off: {
      file: 'src/transfers/store/newTransfers.ts',
      find: 'createRecord(TRANSFER_TYPE, Object.fromEntries(fields), transfer.key)',
      replace: 'createRecord(TRANSFER_TYPE, Object.fromEntries(fields))',
    },
    witness: { seeds: 40 },
  },
  {
    name: 'recovery point',
    off: {
      file: 'src/transfers/store/recovery.ts',
      find: "changeRecord(TRANSFER_TYPE, transfer, { [transferField('recovery')]: point });",
      replace: '',
    },
    witness: { flow: 'invoice-reposted' },
  },
  {
    name: 'order',
    off: {
      file: 'src/transfers/store/readyTransfers.ts',
      find: 'ORDER BY t.',
      replace: 'ORDER BY 0 - t.',
    },
    backup: {
      name: 'waiting by query',
      off: {
        file: 'src/transfers/store/readySql.ts',
        find: "= 'Waiting' AND EXISTS (",
        replace: "= 'Waiting' AND NOT EXISTS (",
      },
    },
    witness: { flow: 'zuora-invoice' },
  },
  {
    name: 'stored before answered',
    off: {
      file: 'src/transfers/store/newTransfers.ts',
      find: 'if (stored === null) throw thrown;',
      replace: 'if (stored === null) return { id: 0, isNew: true };',
    },
    witness: { flow: 'zuora-invoice', fault: 'error before', at: isSaveOf('customscript_obc_inbound') },
  },
  {
    name: 'echo stamp',
    off: {
      file: 'src/transfers/outbound/customerEvent.ts',
      find: "if (stamp === '' || stamp !== before) return;",
      replace: "if (stamp === '') return;",
    },
    backup: {
      name: 'own save in transfer',
      off: {
        file: 'src/transfers/outbound/customerEvent.ts',
        find: 'if (isOwnSaveAgain(stamp)) return;',
        replace: '',
      },
    },
    witness: { flow: 'customer-comes-back' },
  },
  {
    name: 'role check',
    off: {
      file: 'src/netsuite/callers.ts',
      find: "return role === 3 || roleId === 'administrator' || roleId === 'customrole_obc_integration';",
      replace: 'return role !== 0 || roleId !== "";',
    },
    witness: { flow: 'released-by-accountant' },
  },
  {
    name: 'version check',
    off: {
      file: 'src/transfers/policy/judge.ts',
      find: "if (compareVersions(arriving.version, newest.version) < 0) return { outcome: 'stale', known: newest };",
      replace: '',
    },
    witness: { seeds: 40 },
  },
  {
    name: 'link check',
    off: {
      file: 'src/transfers/operations/mark.ts',
      find: 'if (problem !== null) return refusedResult(row.id, problem);',
      replace: '',
    },
    backup: {
      name: 'one record, one document',
      off: {
        file: 'src/transfers/operations/mark.ts',
        find: 'if (other !== null) {',
        replace: 'if (false) {',
      },
    },
    witness: { flow: 'wrong-link' },
  },
  {
    name: 'intake ended last',
    off: {
      file: 'src/transfers/runs/intake.ts',
      find: 'const budget = startBudget(SECONDS);\n    for (const row of intake.rows) {',
      replace:
        'finishIntake(id, new Date().toISOString());\n    const budget = startBudget(SECONDS);\n    for (const row of intake.rows) {',
    },
    witness: { flow: 'nue-intake', fault: 'usage limit', at: isSaveOf('customscript_obc_intake') },
  },
  {
    name: 'passing errors are tried again',
    off: {
      file: 'src/transfers/policy/remedies/netsuite.ts',
      find: "codes: ['UNEXPECTED_ERROR'], sort: 'transient'",
      replace: "codes: ['UNEXPECTED_ERROR'], sort: 'action needed'",
    },
    witness: { flow: 'zuora-invoice', fault: 'error before', at: isSave },
  },
];
