import { breakEveryCall } from './exhaustive/report';
import { customerEditFlow } from './flows/customerEdit';
import { openGround, type ProvingGround } from './world/account';

let ground: ProvingGround;

beforeAll(async () => {
  ground = await openGround();
}, 120_000);

afterAll(() => ground?.close());

/** `npm run torture -- --exhaustive` runs all of it. */
const PART = { part: 1, of: 3 };

test('an edit of a customer reaches the platform, whatever goes wrong', async () => {
  const report = await breakEveryCall(ground, customerEditFlow, PART);
  expect(report.failures).toEqual([]);
  expect(report).toMatchObject({ lost: 0, doubled: 0, unexpected: 0, recovered: report.runs });
  expect(report.runs).toBeGreaterThan(2 * report.calls);
}, 900_000);
