import { modules } from '../../simulator/src/script/modules';
import { isUnsupported } from '../../simulator/src/script/unsupported';
import type { DeclaredModule } from './declaredMembers';

/** A module with its members, sorted into what the simulator has and what throws. */
export interface Support {
  readonly name: string;
  readonly has: readonly string[];
  readonly lacks: readonly string[];
}

/** What the simulator has of each declared module. A module that it does not have at all lacks every member. */
export function supportOf({ name, members }: DeclaredModule): Support {
  const module = modules[name] ?? {};
  const isThere = (member: string): boolean => {
    // A getter is there; it needs a running script to be read.
    const property = Object.getOwnPropertyDescriptor(module, member);
    return property !== undefined && !isUnsupported(property.value);
  };
  return { name, has: members.filter(isThere), lacks: members.filter((member) => !isThere(member)) };
}

const INTRODUCTION = `# SuiteScript modules

What the simulator has of NetSuite's modules. The members are those that \`@hitc/netsuite-types\` declares; the list is
made from those declarations and the simulator's code by \`npm run supported\`, and a test compares it with both.

A script may name any of the modules. What the simulator lacks throws \`SIMULATOR_NOT_SUPPORTED\` with its name as soon as
it is used; nothing answers with an invented value. So do record types, fields, operators, script types and options that
are not there.
`;

/** simulator/docs/supported.md. */
export function describeSupport(declared: readonly DeclaredModule[]): string {
  const all = declared.map(supportOf);
  const members = all.reduce((sum, { has, lacks }) => sum + has.length + lacks.length, 0);
  const supported = all.reduce((sum, { has }) => sum + has.length, 0);
  const there = all.filter(({ has }) => has.length > 0);
  const missing = all.filter(({ has }) => has.length === 0);
  const lines = there.map(
    ({ name, has, lacks }) => `| ${name} | ${has.map(code).join(', ')} | ${lacks.map(code).join(', ') || 'nothing'} |`,
  );
  return `${INTRODUCTION}
${supported} of ${members} members, in ${there.length} of ${all.length} modules.

| Module | The simulator has | and throws at |
| --- | --- | --- |
${lines.join('\n')}

Modules of which the simulator has nothing: ${missing.map(({ name }) => code(name)).join(', ')}.
`;
}

function code(name: string): string {
  return `\`${name}\``;
}
