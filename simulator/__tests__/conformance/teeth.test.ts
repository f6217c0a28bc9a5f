import { choose } from '../../../tools/conformance/choose';
import { bite } from '../../../tools/conformance/teeth';
import { pages } from './cases';

/** Of all rules, `npm run conformance:teeth -- --all` tries each. */
const SAMPLE = 5;
const SEED = 20_260_715;

const all = pages.flatMap(({ cases }) => cases);

test('cases notice when their rules are switched off, a sample of five', async () => {
  const bites = await bite(choose(all, SAMPLE, SEED));
  expect(bites.filter(({ noticed }) => !noticed)).toEqual([]);
  expect(bites).toHaveLength(SAMPLE);
}, 120_000);

test('a rule that is not switched off is not noticed, and neither is one whose case fails anyway', async () => {
  const [first, second] = all;
  if (!first || !second) throw new Error('There are no cases.');
  const harmless = { file: 'src/index.ts', find: '/** A local NetSuite account. */', replace: '' };
  const unknown = { ...second, id: 'there-is-no-such-case' };
  const bites = await bite([{ ...first, without: harmless }, unknown]);
  expect(bites.map(({ noticed }) => noticed)).toEqual([false, false]);
}, 120_000);
