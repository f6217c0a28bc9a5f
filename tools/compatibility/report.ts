import type { PublicScript } from './manifest';
import type { Outcome } from './runScript';

const INTRODUCTION = `# Public SuiteScript on the simulator

SuiteScript files that others published, unmodified, on a local NetSuite account: each one is installed in a new account
of the demo company, deployed, used as its author meant it, and what it left in the account is compared with what it
says that it does. None of their code is part of this repository; the table names each file by its commit.

\`npm run compatibility -- --sources DIR\` does it again: \`DIR\` holds a clone of each repository as
\`DIR/<owner>/<name>\`. What the company needs, what is called and what is expected stand in
\`tools/compatibility/scripts\`, one file for each script. A repository or commit that is not there is a failure.

What the simulator has of each module is listed in [supported.md](../simulator/docs/supported.md); what it lacks throws
\`SIMULATOR_NOT_SUPPORTED\` with its name.
`;

/** docs/compatibility.md: what was run, what was asserted, and the result; no code. */
export function report(outcomes: readonly Outcome[]): string {
  const authors = new Set(outcomes.map(({ script }) => script.author));
  const held = outcomes.filter(({ problems }) => problems.length === 0).length;
  const lines = outcomes.map(line);
  return `${INTRODUCTION}
${held} of ${outcomes.length} scripts of ${authors.size} authors did what is asserted.

| Script | Author | Type | Asserted | Result |
| --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
}

function line({ script, problems }: Outcome): string {
  const name = script.path.slice(script.path.lastIndexOf('/') + 1);
  const result = problems.length === 0 ? 'as asserted' : `failed: ${cell(problems[0] ?? '')}`;
  return `| [${name}](${address(script)}) of ${script.repository} | ${script.author} | ${TYPES[script.type]} | ${cell(script.asserted)} | ${result} |`;
}

const TYPES: Readonly<Record<PublicScript['type'], string>> = {
  restlet: 'RESTlet',
  suitelet: 'Suitelet',
  mapreducescript: 'map/reduce',
  scheduledscript: 'scheduled',
  usereventscript: 'user event',
};

function address({ repository, commit, path }: PublicScript): string {
  return `https://github.com/${repository}/blob/${commit}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').slice(0, 400);
}
