import { breakEveryCall } from './exhaustive/report';
import { zuoraInvoiceFlow } from './flows/zuoraInvoice';
import { openGround, type ProvingGround } from './world/account';

let ground: ProvingGround;

beforeAll(async () => {
  ground = await openGround();
}, 120_000);

afterAll(() => ground?.close());

test('one invoice with customer and item is posted once, whatever goes wrong at any of its calls', async () => {
  const report = await breakEveryCall(ground, zuoraInvoiceFlow);
  expect(report.failures).toEqual([]);
  expect(report).toMatchObject({ faults: 9, lost: 0, doubled: 0, unexpected: 0, recovered: report.runs });
  expect(report.runs).toBeGreaterThan(7 * report.calls);
}, 600_000);
