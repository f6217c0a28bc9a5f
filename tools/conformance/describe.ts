import type { ConformancePage, Paragraph } from '../../simulator/__tests__/conformance/harness/case';

const HELP = 'https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help';
const PARAGRAPHS: readonly Paragraph[] = ['Accounting', 'Execution', 'Saying no', 'Reading', 'Determinism'];

/** The index of the rules that the conformance suite checks, as Markdown. */
export function describe(pages: readonly ConformancePage[]): string {
  const parts = PARAGRAPHS.map((name) => ({ name, pages: pages.filter(({ paragraph }) => paragraph === name) })).filter(
    (part) => part.pages.length > 0,
  );
  return [
    '# Conformance',
    '',
    "Rules of Oracle's documentation that the simulator keeps, in our own words, by the page that gives them. Each has a case",
    'in `__tests__/conformance` that fails when the rule is switched off (`npm run conformance:teeth`). Written by',
    '`npm run conformance:index`.',
    '',
    '| | pages | rules |',
    '| --- | ---: | ---: |',
    ...parts.map((part) => `| ${part.name} | ${part.pages.length} | ${rules(part.pages)} |`),
    `| **all** | ${pages.length} | ${rules(pages)} |`,
    ...parts.flatMap((part) => ['', `## ${part.name}`, ...part.pages.flatMap(describePage)]),
    '',
  ].join('\n');
}

function rules(pages: readonly ConformancePage[]): number {
  return pages.reduce((sum, { cases }) => sum + cases.length, 0);
}

function describePage({ page, title, cases }: ConformancePage): string[] {
  return [
    '',
    ...(page.startsWith('simulator')
      ? [`### [${title}](../../docs/simulator.md)`, '']
      : [`### [${title}](${HELP}/${page}.html)`, '', `\`${page}\``, '']),
    ...cases.map(({ id, rule }) => `- ${rule} \`${id}\``),
  ];
}
