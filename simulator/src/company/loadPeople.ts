import { nextNumber } from '../store/sequence';
import type { Store } from '../store/store';
import type { EmployeeData } from './companyData';
import { named } from './named';
import { ACCOUNTANT_PERMISSIONS } from './standardRoles';

/** Roles that every account has, by the internal ids that NetSuite gives them. */
const STANDARD_ROLES = [
  { id: 1, scriptId: 'accountant', name: 'Accountant', center: 'ACCOUNTCENTER' },
  { id: 3, scriptId: 'administrator', name: 'Administrator', center: 'BASIC' },
] as const;

const ACCOUNTANT = 1;

/** Custom roles are numbered from here, well apart from NetSuite's own. */
const FIRST_CUSTOM_ROLE = 1000;

/** Preference under which the account keeps who the integration user is. */
export const INTEGRATION_USER = 'INTEGRATIONUSER';

/** Makes the standard roles, and the employees with their roles. */
export function loadPeople(
  store: Store,
  employees: readonly EmployeeData[],
  subsidiaries: ReadonlyMap<string, number>,
  now: string,
): void {
  for (const role of STANDARD_ROLES) {
    store.run(
      "INSERT INTO role (id, scriptid, name, centertype, isinactive, subsidiaryoption) VALUES (?, ?, ?, ?, 'F', 'ALL')",
      [role.id, role.scriptId, role.name, role.center],
    );
  }
  for (const [permission, level] of ACCOUNTANT_PERMISSIONS) {
    store.run('INSERT INTO rolepermissions (role, permkey, permlevel) VALUES (?, ?, ?)', [
      ACCOUNTANT,
      permission,
      level,
    ]);
  }
  store.run("UPDATE sqlite_sequence SET seq = ? WHERE name = 'role'", [FIRST_CUSTOM_ROLE]);
  const roles = new Map<string, number>(STANDARD_ROLES.map((role) => [role.scriptId, role.id]));
  for (const employee of employees) {
    const id = nextNumber(store, 'entity');
    store.run(
      `INSERT INTO employee (id, entityid, firstname, lastname, email, subsidiary, giveaccess, isinactive, datecreated,
        lastmodifieddate) VALUES (?, ?, ?, ?, ?, ?, 'T', 'F', ?, ?)`,
      [
        id,
        `${employee.firstName} ${employee.lastName}`,
        employee.firstName,
        employee.lastName,
        employee.email,
        named(subsidiaries, 'subsidiary', employee.subsidiary),
        now,
        now,
      ],
    );
    for (const role of employee.roles) {
      store.run('INSERT INTO employeerolesforsearch (entity, role) VALUES (?, ?)', [id, named(roles, 'role', role)]);
    }
    if (employee.isIntegrationUser) {
      store.run("INSERT INTO companypreference (page, id, value) VALUES ('COMPANY_INFORMATION', ?, ?)", [
        INTEGRATION_USER,
        String(id),
      ]);
    }
  }
}
