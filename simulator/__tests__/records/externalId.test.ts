import fc from 'fast-check';
import { setPreference } from '../../src/company/settings';
import { defineRecordType } from '../../src/records/custom/defineRecordType';
import { codeOf, type TestAccount, testAccount } from './testAccount';

let t: TestAccount;
beforeEach(() => {
  t = testAccount();
});

const DUPLICATE = 'DUP_RCRD: This record already exists';

describe('external ids (section_N3436356)', () => {
  test('are unique among customers, and free again when one is deleted', () => {
    const id = t.customer({ externalid: 'nue-1' });
    expect(codeOf(() => t.customer({ externalid: 'nue-1' }))).toBe(DUPLICATE);
    t.remove('customer', id);
    t.customer({ externalid: 'nue-1' });
  });

  test('are one space for all entities: an employee cannot have a customer’s', () => {
    t.customer({ externalid: 'nue-1' });
    const employee = t.create('employee', { firstname: 'A', lastname: 'B', externalid: 'nue-1' });
    expect(codeOf(() => t.save(employee))).toBe(DUPLICATE);
  });

  test('are one space for all kinds of items', () => {
    t.item({ externalid: 'plan' });
    expect(codeOf(() => t.item({ externalid: 'plan' }, 'serviceitem'))).toBe(DUPLICATE);
  });

  test('may be the same in different groups', () => {
    t.customer({ externalid: 'same' });
    const item = t.item({ externalid: 'same' });
    t.save(t.invoice(t.customer(), [{ item, amount: 1 }], { externalid: 'same' }));
  });

  test('are unique in each custom record type by itself', () => {
    for (const scriptId of ['customrecord_a', 'customrecord_b'])
      defineRecordType(t.account, { scriptId, name: scriptId });
    t.save(t.create('customrecord_a', { name: '1', externalid: 'x' }));
    t.save(t.create('customrecord_b', { name: '1', externalid: 'x' }));
    expect(codeOf(() => t.save(t.create('customrecord_a', { name: '2', externalid: 'x' })))).toBe(DUPLICATE);
  });

  test('do not tell upper from lower case', () => {
    t.customer({ externalid: 'Nue-1' });
    expect(codeOf(() => t.customer({ externalid: 'nUE-1' }))).toBe(DUPLICATE);
  });

  test('a save that is refused leaves nothing behind', () => {
    t.customer({ externalid: 'nue-1' });
    const before = t.store.get('SELECT COUNT(*) AS n FROM customer');
    expect(codeOf(() => t.customer({ externalid: 'nue-1' }))).toBe(DUPLICATE);
    expect(t.store.get('SELECT COUNT(*) AS n FROM customer')).toEqual(before);
    const id = t.customer({ companyname: 'Next' });
    expect(t.load('customer', id).fields.entityid).toBe('CUST00002');
  });

  test('can be moved from one record to another', () => {
    const one = t.customer({ externalid: 'nue-1' });
    const other = t.customer();
    t.save(t.set(t.load('customer', one), { externalid: null }));
    t.save(t.set(t.load('customer', other), { externalid: 'nue-1' }));
    expect(codeOf(() => t.save(t.set(t.load('customer', one), { externalid: 'nue-1' })))).toBe(DUPLICATE);
  });

  test('the code of a doubled one follows the company’s setting', () => {
    setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'DUPLICATEEXTERNALIDCODE', 'UNIQUE_RCRD_ID_REQD');
    t.customer({ externalid: 'nue-1' });
    expect(codeOf(() => t.customer({ externalid: 'nue-1' }))).toMatch(/^UNIQUE_RCRD_ID_REQD: A record with this ID/);
  });

  test('law: whatever is saved, changed and deleted, no external id is there twice', () => {
    const step = fc.record({
      action: fc.constantFrom('create', 'change', 'delete'),
      externalId: fc.constantFrom('a', 'A', 'b', 'c', null),
      pick: fc.nat(20),
    });
    const snapshot = t.store.snapshot();
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        t.store.restore(snapshot);
        const ids: string[] = [];
        for (const { action, externalId, pick } of steps) {
          const id = ids[pick % Math.max(1, ids.length)];
          try {
            if (action === 'create') ids.push(t.customer({ externalid: externalId }));
            else if (action === 'change' && id) t.save(t.set(t.load('customer', id), { externalid: externalId }));
            else if (id) {
              t.remove('customer', id);
              ids.splice(ids.indexOf(id), 1);
            }
          } catch (error) {
            expect((error as Error).name).toBe('DUP_RCRD');
          }
        }
        const held = t.store.all<{ e: string }>(
          'SELECT LOWER(externalid) AS e FROM customer WHERE externalid IS NOT NULL ORDER BY 1',
        );
        expect(new Set(held.map((row) => row.e)).size).toBe(held.length);
        expect(t.store.all('SELECT value AS e FROM externalid ORDER BY 1')).toEqual(held);
      }),
      { numRuns: 30 },
    );
  });
});
