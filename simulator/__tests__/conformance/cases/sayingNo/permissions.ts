import { equal, holds } from '../../harness/assert';
import type { ConformanceCase, ConformancePage, Switch } from '../../harness/case';
import { customRecord } from '../../harness/scripts';
import { clerkOf, lacks, lacksLevel, office } from './clerk';

const without = (file: string, find: string, replace: string): Switch => ({ file, find, replace });
const CUSTOMERS = 'Lists -> Customers';
const MADE = "return customer({ companyname: 'Acme', subsidiary: 1 });";

/** A level that one rule asks for, as a change of `LEVEL_OF`. */
const level = (action: string, has: string, less: string): Switch =>
  without('src/permissions/levels.ts', `${action}: PERMISSION_LEVELS.${has},`, `${action}: PERMISSION_LEVELS.${less},`);

export const accessLevels: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_N326341',
  title: 'Access Levels for Permissions',
  cases: [
    {
      id: 'permission-none-hides',
      rule: 'Without a permission a role cannot see its records: INSUFFICIENT_PERMISSION.',
      without: level('view', 'VIEW', 'NONE'),
      run: async (api) => {
        const { asAdministrator, asClerk } = await office(api);
        const id = await asAdministrator(MADE);
        equal(await asClerk(`return failed(function () { load('customer', ${id}); });`), lacks(CUSTOMERS));
      },
    },
    {
      id: 'permission-view-does-not-create',
      rule: 'View lets a role see records and not create them.',
      without: level('create', 'CREATE', 'VIEW'),
      run: async (api) => {
        const { asClerk } = await office(api, { permissions: { LIST_CUSTJOB: 'VIEW' } });
        equal(
          await asClerk("return failed(function () { record.create({ type: 'customer' }); });"),
          lacksLevel(CUSTOMERS),
        );
      },
    },
    {
      id: 'permission-create-does-not-edit',
      rule: 'Create lets a role see and create records, and not change them.',
      without: level('edit', 'EDIT', 'CREATE'),
      run: async (api) => {
        const { asClerk } = await office(api, { permissions: { LIST_CUSTJOB: 'CREATE' } });
        const code = `var id = customer({ companyname: 'Acme', subsidiary: 1 });
          return failed(function () { load('customer', id).setValue('companyname', 'Other').save(); });`;
        equal(await asClerk(code), lacksLevel(CUSTOMERS));
      },
    },
    {
      id: 'permission-edit-does-not-delete',
      rule: 'Edit lets a role see, create and change records; to delete them takes Full.',
      without: level('delete', 'FULL', 'EDIT'),
      run: async (api) => {
        const { asClerk } = await office(api, { permissions: { LIST_CUSTJOB: 'EDIT' } });
        const code = `var id = customer({ companyname: 'Acme', subsidiary: 1 });
          return failed(function () { record.delete({ type: 'customer', id: id }); });`;
        equal(await asClerk(code), lacksLevel(CUSTOMERS));
      },
    },
    {
      id: 'permission-submit-fields-edits',
      rule: 'record.submitFields needs the level Edit.',
      without: without(
        'src/records/submitFields.ts',
        "requireRecordPermission(account, caller.user, context.type.id, 'edit');",
        '',
      ),
      run: async (api) => {
        const { asClerk } = await office(api, { permissions: { LIST_CUSTJOB: 'CREATE' } });
        const code = `var id = customer({ companyname: 'Acme', subsidiary: 1 });
          return failed(function () { record.submitFields({ type: 'customer', id: id, values: { comments: 'x' } }); });`;
        equal(await asClerk(code), lacksLevel(CUSTOMERS));
      },
    },
    {
      id: 'permission-transform-creates',
      rule: 'A transformation needs the level Create of what it makes.',
      without: without(
        'src/records/transformRecord.ts',
        "requireRecordPermission(account, caller.user, to, 'create');",
        '',
      ),
      run: async (api) => {
        const { asClerk } = await office(api, { permissions: { LIST_CUSTJOB: 'EDIT', TRAN_CUSTPYMT: 'VIEW' } });
        const code = `var id = customer({ companyname: 'Acme', subsidiary: 1 });
          return failed(function () { record.transform({ fromType: 'customer', fromId: id, toType: 'customerpayment' }); });`;
        equal(await asClerk(code), lacksLevel('Transactions -> Customer Payment'));
      },
    },
  ],
};

export const standardRoles: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_N295396',
  title: 'Standard Roles Permissions Table',
  cases: [
    {
      id: 'administrator-has-every-permission',
      rule: 'The Administrator role has all permissions at all levels.',
      without: without(
        'src/permissions/granted.ts',
        'if (isAdministrator(role)) return PERMISSION_LEVELS.FULL;',
        'if (isAdministrator(role)) return PERMISSION_LEVELS.NONE;',
      ),
      run: async (api) => {
        const { asAdministrator } = await office(api);
        equal(await asAdministrator("return runtime.getCurrentUser().getPermission('ADMI_SETUPCOMPANY');"), 4);
      },
    },
    {
      id: 'accountant-has-oracles-permissions',
      rule: 'The standard role Accountant has Invoice at Edit and Find Transaction at Full.',
      without: without(
        'src/company/loadPeople.ts',
        'for (const [permission, level] of ACCOUNTANT_PERMISSIONS) {',
        'for (const [permission, level] of ACCOUNTANT_PERMISSIONS.slice(0, 0)) {',
      ),
      run: async (api) => {
        const { site } = await office(api);
        const rows = await site.account.suiteql(
          "SELECT permkey, permlevel FROM rolepermissions WHERE role = 1 AND permkey IN ('TRAN_CUSTINVC', 'TRAN_FIND') ORDER BY permkey",
        );
        equal(rows, [
          { permkey: 'TRAN_CUSTINVC', permlevel: 3 },
          { permkey: 'TRAN_FIND', permlevel: 4 },
        ]);
      },
    },
  ],
};

/** Cases of the error code INSUFFICIENT_PERMISSION. */
export const permissionWords: readonly ConformanceCase[] = [
  {
    id: 'permission-words-lower-level',
    rule: 'A permission at too low a level is refused with "You need a higher level of the".',
    without: without(
      'src/permissions/refusals.ts',
      "has === PERMISSION_LEVELS.NONE ? 'the'",
      "has >= PERMISSION_LEVELS.NONE ? 'the'",
    ),
    run: async (api) => {
      const { asClerk } = await office(api, { permissions: { LIST_ITEM: 'VIEW' } });
      equal(
        await asClerk("return failed(function () { record.create({ type: 'serviceitem' }); });"),
        lacksLevel('Lists -> Items'),
      );
    },
  },
  {
    id: 'permission-words-setup',
    rule: 'Setup permissions are named without a category, transactions and lists with theirs.',
    without: without(
      'src/permissions/names.ts',
      "{ TRAN: 'Transactions', LIST: 'Lists', REPO: 'Reports' }",
      "{ TRAN: 'Transactions', LIST: 'Lists', REPO: 'Reports', ADMI: 'Setup' }",
    ),
    run: async (api) => {
      const { asClerk } = await office(api);
      const code = `return failed(function () { config.load({ type: config.Type.COMPANY_INFORMATION }); });`;
      equal(await asClerk(code), lacks('Set Up Company'));
    },
  },
  {
    id: 'permission-words-custom-record',
    rule: 'Records of a custom type are refused with "You need a higher permission for custom record type".',
    without: without(
      'src/permissions/refusals.ts',
      'You need a higher permission for custom record type ${typeName}',
      'You need ${typeName}',
    ),
    run: async (api) => {
      const objects = [customRecord('thing', {}, '<accesstype>CUSTRECORDENTRYPERM</accesstype>')];
      const { asClerk } = await office(api, { objects });
      const answer = String(
        await asClerk("return failed(function () { record.create({ type: 'customrecord_thing' }); });"),
      );
      holds(
        /^INSUFFICIENT_PERMISSION: Permission Violation: You need a higher permission for custom record type /.test(
          answer,
        ),
        answer,
      );
    },
  },
];

const CREATE_THING = "return failed(function () { record.create({ type: 'customrecord_thing' }); });";
const typed = (accessType: string, permissions = ''): { readonly objects: readonly string[] } => ({
  objects: [customRecord('thing', {}, `<accesstype>${accessType}</accesstype>${permissions}`)],
});
const forOther = `<permissions><permission><permittedlevel>FULL</permittedlevel>
  <permittedrole>ACCOUNTANT</permittedrole></permission></permissions>`;
const isRefused = (answer: unknown): void => holds(String(answer).startsWith('INSUFFICIENT_PERMISSION'), answer);

export const customRecordAccess: ConformancePage = {
  paragraph: 'Saying no',
  page: 'bridgehead_N2879432',
  title: 'Define the Permission Model for a Custom Record Type',
  cases: [
    {
      id: 'custom-record-entries-permission',
      rule: 'With Require Custom Record Entries Permission the role needs that permission.',
      without: without(
        'src/permissions/customRecords.ts',
        "    default:\n      return permissionLevel(account, user.role, 'LIST_CUSTRECORDENTRY');",
        '    default:\n      return PERMISSION_LEVELS.FULL;',
      ),
      run: async (api) => {
        isRefused(await (await office(api, typed('CUSTRECORDENTRYPERM'))).asClerk(CREATE_THING));
        const may = await office(api, {
          ...typed('CUSTRECORDENTRYPERM'),
          permissions: { LIST_CUSTRECORDENTRY: 'CREATE' },
        });
        equal(await may.asClerk(CREATE_THING), 'nothing');
      },
    },
    {
      id: 'custom-record-permission-list',
      rule: 'With Use Permission List only roles on the list of the type may use its records.',
      without: without(
        'src/permissions/customRecords.ts',
        'return levelInList(account, user, type);',
        'return PERMISSION_LEVELS.FULL;',
      ),
      run: async (api) => {
        const setup = { ...typed('USEPERMISSIONLIST', forOther), permissions: { LIST_CUSTRECORDENTRY: 'FULL' } };
        isRefused(await (await office(api, setup)).asClerk(CREATE_THING));
      },
    },
    {
      id: 'custom-record-permission-on-role',
      rule: 'A permission for a custom record type may also be set on the role.',
      without: without('src/permissions/customRecords.ts', '    ...granted.map(({ permlevel }) => permlevel),\n', ''),
      run: async (api) => {
        const permissions = { '[scriptid=customrecord_thing]': 'CREATE' };
        const { asClerk } = await office(api, { ...typed('USEPERMISSIONLIST', forOther), permissions });
        equal(await asClerk(CREATE_THING), 'nothing');
      },
    },
    {
      id: 'custom-record-no-permission-needed',
      rule: 'With No Permission Required every internal role may use the records.',
      without: without('src/permissions/customRecords.ts', "case 'NONENEEDED':", "case 'NEVER':"),
      run: async (api) => {
        equal(await (await office(api, typed('NONENEEDED'))).asClerk(CREATE_THING), 'nothing');
      },
    },
    {
      id: 'custom-record-owner',
      rule: 'The owner of a custom record type has full permission in any role.',
      without: without('src/permissions/customRecords.ts', ' || String(row.owner) === user.id', ''),
      run: async (api) => {
        const { site, asClerk } = await office(api, typed('CUSTRECORDENTRYPERM'));
        isRefused(await asClerk(CREATE_THING));
        const { id } = await clerkOf(site);
        site.account.account.store.run("UPDATE customrecordtype SET owner = ? WHERE scriptid = 'customrecord_thing'", [
          id,
        ]);
        equal(await asClerk(CREATE_THING), 'nothing');
      },
    },
  ],
};
