import { defineRecordType } from '../../records/custom/defineRecordType';
import type { ProjectObject } from '../project/project';
import { childOf, childrenOf, flagOf, textOf } from '../project/xml';
import type { InstallContext, ObjectInstaller } from './context';
import { installField } from './customField';
import { installInstances } from './instances';
import { roleIds } from './references';

/** A custom record type: its fields, permissions and the records that come with the project. */
export const customRecordType: ObjectInstaller = {
  declare: defineType,
  install: (context, { scriptId, root }) => {
    for (const field of childrenOf(childOf(root, 'customrecordcustomfields'), 'customrecordcustomfield')) {
      installField(context.account, 'customrecordcustomfield', field, context.application, { recordType: scriptId });
    }
  },
  complete: installInstances,
};

function defineType({ account, application }: InstallContext, { scriptId, root }: ProjectObject): void {
  const permissions = childrenOf(childOf(root, 'permissions'), 'permission').map((permission) => {
    const restriction = textOf(permission, 'restriction');
    return {
      role: roleIds(textOf(permission, 'permittedrole'))[0] ?? '',
      level: textOf(permission, 'permittedlevel') ?? 'NONE',
      ...(restriction === null ? {} : { restriction }),
    };
  });
  const text = (name: string, key: string) => {
    const value = textOf(root, name);
    return value === null ? {} : { [key]: value };
  };
  const whole = (name: string, key: string) => {
    const value = textOf(root, name);
    return value === null ? {} : { [key]: Number(value) };
  };
  defineRecordType(account, {
    scriptId,
    name: textOf(root, 'recordname') ?? scriptId,
    isInactive: flagOf(root, 'isinactive', false),
    includeName: flagOf(root, 'includename', true),
    enableOptimisticLocking: flagOf(root, 'enableoptimisticlocking', true),
    enableNumbering: flagOf(root, 'enablenumbering', false),
    allowNumberingOverride: flagOf(root, 'allownumberingoverride', false),
    accessType: textOf(root, 'accesstype') ?? 'CUSTRECORDENTRYPERM',
    application,
    permissions,
    ...text('description', 'description'),
    ...text('numberingprefix', 'numberingPrefix'),
    ...text('numberingsuffix', 'numberingSuffix'),
    ...whole('numberingmindigits', 'numberingMinDigits'),
    ...whole('numberinginit', 'numberingInit'),
  });
}
