import { equal } from '../../harness/assert';
import type { ConformanceCase, ConformancePage, Switch } from '../../harness/case';
import { books } from '../setup/books';

const CONTACT = 'src/records/types/contact.ts';
const ATTACH = 'src/records/attach.ts';

const HELPERS = `
  function contact(values) { return fill(record.create({ type: 'contact' }), values).save(); }
  function attach(id, to, attributes, type) {
    record.attach({ record: { type: 'contact', id: id }, to: { type: type || 'customer', id: to }, attributes: attributes });
  }
  function links() { return rows('SELECT company, contact, role FROM companycontactrelationship ORDER BY contact'); }
`;

function gives(id: string, rule: string, without: Switch, code: string, expected: unknown): ConformanceCase {
  return {
    id,
    rule,
    without,
    run: async (api) => {
      const { run } = await books(api);
      equal(await run(`${HELPERS} ${code}`), expected);
    },
  };
}

export const contacts: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N3184656',
  title: 'Contact',
  cases: [
    gives(
      'contact-of-a-company',
      'A contact can be associated with a company, whose subsidiary it takes.',
      {
        file: CONTACT,
        find: "if (subsidiary !== null) sourceField(data, kept, 'subsidiary', String(subsidiary));",
        replace: '',
      },
      `var here = customer(), there = customer({ subsidiary: 2 });
       var rec = record.create({ type: 'contact', isDynamic: true });
       rec.setValue('company', here).setValue('company', there).setValue('firstname', 'Ann').setValue('lastname', 'Lee');
       return [rec.getValue('subsidiary'), rows('SELECT entityid FROM contact WHERE id = ?', [rec.save()])[0].entityid];`,
      ['2', 'Ann Lee'],
    ),
    gives(
      'contact-full-scripting',
      'Contacts are created, updated, copied, deleted and searched by scripts.',
      { file: 'src/search/base.ts', find: "  contact: 'contact',\n", replace: '' },
      `var id = contact({ lastname: 'Lee', subsidiary: 1, email: 'a@lee.example' });
       change('contact', id, { title: 'CFO' });
       var other = record.copy({ type: 'contact', id: id }).setValue('lastname', 'Bo').setValue('entityid', 'Bo').save();
       record.delete({ type: 'contact', id: id });
       return search.create({ type: 'contact', columns: ['entityid', 'title'] }).run().getRange({ start: 0, end: 9 })
         .map(function (row) { return [row.recordType, row.id === String(other), row.getValue('title')]; });`,
      [['contact', true, 'CFO']],
    ),
    gives(
      'contact-external-id-of-entities',
      'Contacts share their external ids with all entities.',
      { file: CONTACT, find: "  externalIdSpace: 'entity',\n", replace: '' },
      `customer({ externalid: 'one' });
       return caught(function () { contact({ lastname: 'Lee', subsidiary: 1, externalid: 'ONE' }); });`,
      'DUP_RCRD',
    ),
  ],
};

export const attaching: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4267284169',
  title: 'record.attach(options)',
  cases: [
    gives(
      'attach-with-a-role',
      'Attributes of an attachment name the role of a contact.',
      { file: ATTACH, find: 'roleIn(account, request.attributes.role)', replace: 'roleIn(account, null)' },
      `var c = customer(); var id = contact({ lastname: 'Lee', subsidiary: 1 });
       attach(id, c, { role: -10 });
       return links();`,
      [{ company: 4, contact: 5, role: -10 }],
    ),
    gives(
      'attach-active-records',
      'The record that is attached has to be active.',
      { file: ATTACH, find: 'if (contact.fields.isinactive === true)', replace: 'if (false)' },
      `var c = customer(); var id = contact({ lastname: 'Lee', subsidiary: 1, isinactive: true });
       return caught(function () { attach(id, c); });`,
      'INVALID_KEY_OR_REF',
    ),
    gives(
      'attach-costs-ten-units',
      'record.attach and record.detach cost 10 units.',
      {
        file: 'src/calls/record.ts',
        find: "'record.attach': defineCall<Request<'record.attach'>, Answer<'record.attach'>>({\n    units: 10,",
        replace: "'record.attach': defineCall<Request<'record.attach'>, Answer<'record.attach'>>({\n    units: 5,",
      },
      `var c = customer(); var id = contact({ lastname: 'Lee', subsidiary: 1 });
       var end = { type: 'contact', id: id }, at = { type: 'customer', id: c };
       return [units(function () { attach(id, c); }), units(function () { record.detach({ record: end, from: at }); })];`,
      [10, 10],
    ),
    gives(
      'attach-required-arguments',
      'A missing argument is SSS_MISSING_REQD_ARGUMENT.',
      {
        file: 'src/script/modules/record.ts',
        find: 'if (missing) throw missingArgument(method, `${name}.${missing}`);',
        replace: '',
      },
      `return caught(function () { record.attach({ record: { type: 'contact' }, to: { type: 'customer', id: 1 } }); });`,
      'SSS_MISSING_REQD_ARGUMENT',
    ),
  ],
};

export const attachedRecords: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N3481947',
  title: 'attach / detach',
  cases: [
    gives(
      'detach-removes-the-relationship',
      'Detaching takes a contact from a record.',
      {
        file: ATTACH,
        find: "'DELETE FROM companycontactrelationship WHERE company = ? AND contact = ?'",
        replace: "'SELECT ?, ?'",
      },
      `var c = customer(); var id = contact({ lastname: 'Lee', subsidiary: 1 });
       attach(id, c); var before = links().length;
       record.detach({ record: { type: 'contact', id: id }, from: { type: 'customer', id: c } });
       return [before, links().length];`,
      [1, 0],
    ),
    gives(
      'attach-not-to-contacts',
      'Contacts cannot be attached to contacts.',
      { file: ATTACH, find: "new Set(['customer', 'job'])", replace: "new Set(['customer', 'job', 'contact'])" },
      `var one = contact({ lastname: 'Lee', subsidiary: 1 }), other = contact({ lastname: 'Bo', subsidiary: 1 });
       return caught(function () { attach(one, other, null, 'contact'); });`,
      'SIMULATOR_NOT_SUPPORTED',
    ),
    gives(
      'attach-what-is-there',
      'Attaching records that do not exist is an error.',
      {
        file: ATTACH,
        find: 'readRecord(companies, companies.type, to.id)',
        replace: '{ ...contact, id: to.id, type: target }',
      },
      `var id = contact({ lastname: 'Lee', subsidiary: 1 });
       return caught(function () { attach(id, 999); });`,
      'RCRD_DSNT_EXIST',
    ),
  ],
};
