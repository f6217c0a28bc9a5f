import { requireRecordPermission } from '../../src/permissions/require';
import { defineRecordType } from '../../src/records/custom/defineRecordType';
import { loadRecord } from '../../src/records/loadRecord';
import { type TestAccount, testAccount } from '../records/testAccount';
import { inRole, lacksCustom, type Permissions, ROLE, type RoleSetup, refusal } from './roles';

const TYPE = 'customrecord_thing';
const ACTIONS = ['view', 'create', 'edit', 'delete'] as const;
const REFUSED = lacksCustom('Thing');

describe('the access type of a custom record type decides who may what', () => {
  let t: TestAccount;
  beforeEach(() => {
    t = testAccount();
  });

  const define = (
    accessType: string,
    permissions: readonly { role: string; level: string; restriction?: string }[] = [],
  ) => defineRecordType(t.account, { scriptId: TYPE, name: 'Thing', accessType, permissions });

  /** The actions that the role may do. */
  const allowed = (permissions: Permissions, setup?: RoleSetup): string[] => {
    const { user } = inRole(t, permissions, setup);
    return ACTIONS.filter((action) => {
      const thrown = refusal(() => requireRecordPermission(t.account, user, TYPE, action));
      expect([null, REFUSED]).toContain(thrown);
      return thrown === null;
    });
  };
  const upTo = (level: number): string[] => ACTIONS.slice(0, level);

  test.each([0, 1, 2, 3, 4])('Require Custom Record Entries Permission: level %i of that permission', (level) => {
    define('CUSTRECORDENTRYPERM');
    expect(allowed({ LIST_CUSTRECORDENTRY: level })).toEqual(upTo(level));
  });

  test('Require Custom Record Entries Permission: an entry for the type itself does not count', () => {
    define('CUSTRECORDENTRYPERM', [{ role: ROLE, level: 'FULL' }]);
    expect(allowed({ [TYPE]: 4 })).toEqual([]);
  });

  test.each(['NONE', 'VIEW', 'CREATE', 'EDIT', 'FULL'])('Use Permission List: %s on the type', (level) => {
    define('USEPERMISSIONLIST', [{ role: ROLE, level }]);
    expect(allowed({})).toEqual(upTo(['NONE', 'VIEW', 'CREATE', 'EDIT', 'FULL'].indexOf(level)));
  });

  test.each([1, 2, 3, 4])('Use Permission List: level %i on the role', (level) => {
    define('USEPERMISSIONLIST', [{ role: 'customrole_other', level: 'FULL' }]);
    expect(allowed({ [TYPE]: level })).toEqual(upTo(level));
  });

  test('Use Permission List: Custom Record Entries does not count where the list has entries', () => {
    define('USEPERMISSIONLIST', [{ role: 'customrole_other', level: 'FULL' }]);
    expect(allowed({ LIST_CUSTRECORDENTRY: 4 })).toEqual([]);
  });

  test('Use Permission List: without entries Custom Record Entries counts', () => {
    define('USEPERMISSIONLIST');
    expect(allowed({ LIST_CUSTRECORDENTRY: 3 })).toEqual(upTo(3));
    expect(allowed({})).toEqual([]);
  });

  test('No Permission Required: every internal role may everything, an external one nothing', () => {
    define('NONENEEDED');
    expect(allowed({})).toEqual(upTo(4));
    expect(allowed({}, { center: 'CUSTOMER' })).toEqual([]);
  });

  test('the owner of the type has every level in any role', () => {
    define('CUSTRECORDENTRYPERM');
    t.store.run('UPDATE customrecordtype SET owner = 2 WHERE scriptid = ?', [TYPE]);
    expect(allowed({})).toEqual(upTo(4));
  });

  test('a restriction to own records is named as not supported', () => {
    define('USEPERMISSIONLIST', [{ role: ROLE, level: 'FULL', restriction: 'EDIT' }]);
    const { user } = inRole(t, {});
    expect(refusal(() => requireRecordPermission(t.account, user, TYPE, 'view'))).toMatch(/^SIMULATOR_NOT_SUPPORTED/);
  });

  test('a type that is not there is an invalid record type for every role', () => {
    const request = { type: 'customrecord_nothing', id: '1', isDynamic: false, defaultValues: {} };
    expect(refusal(() => loadRecord(t.account, inRole(t, {}), request))).toMatch(/^INVALID_RCRD_TYPE/);
  });
});
