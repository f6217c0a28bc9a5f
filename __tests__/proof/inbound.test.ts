import { breakEveryCall } from './exhaustive/report';
import { zuoraInvoiceFlow } from './flows/zuoraInvoice';
import { openGround, type ProvingGround } from './world/account';

let ground: ProvingGround;

beforeAll(async () => {
  ground = await openGround();
}, 120_000);

afterAll(() => ground?.close());

test('an invoice with its customer and item has its effect once, whatever goes wrong at any call', async () => {
  const report = await breakEveryCall(ground, zuoraInvoiceFlow);
  expect(report.failures).toEqual([]);
  expect(report).toMatchObject({ faults: 9, lost: 0, doubled: 0, unexpected: 0, recovered: report.runs });
  expect(report.runs).toBeGreaterThan(7 * report.calls);
}, 900_000);
