import { breakEveryCall } from './exhaustive/report';
import { flows } from './flows';
import { customerEditFlow } from './flows/customerEdit';
import { openGround, type ProvingGround } from './world/account';

let ground: ProvingGround;

beforeAll(async () => {
  ground = await openGround();
}, 120_000);

afterAll(() => ground?.close());

test('an edit of a customer reaches the platform, whatever goes wrong at any call', async () => {
  const report = await breakEveryCall(ground, customerEditFlow);
  expect(report.failures).toEqual([]);
  expect(report).toMatchObject({ lost: 0, doubled: 0, unexpected: 0, recovered: report.runs });
  expect(report.runs).toBeGreaterThan(7 * report.calls);
}, 900_000);

/** One run in so many of the flows that are broken at every call by `npm run torture -- --exhaustive` alone. */
const SAMPLE = 160;

test.each(flows.map(({ name }) => name))(
  'the flow %s recovers from faults here and there',
  async (name) => {
    const flow = flows.find((each) => each.name === name);
    if (flow === undefined) throw new Error(`There is no flow ${name}.`);
    const report = await breakEveryCall(ground, flow, { part: 7, of: SAMPLE });
    expect(report.failures).toEqual([]);
    expect(report.runs).toBeGreaterThan(0);
  },
  300_000,
);
