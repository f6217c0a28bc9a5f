import { breakEveryCall } from './exhaustive/report';
import { invoiceCancelledFlow } from './flows/invoiceCancelled';
import { invoiceEditedFlow } from './flows/invoiceEdited';
import { invoiceRepostedFlow } from './flows/invoiceReposted';
import { openGround, type ProvingGround } from './world/account';

let ground: ProvingGround;
beforeAll(async () => {
  ground = await openGround();
}, 120_000);
afterAll(() => ground?.close());
const flows = { invoiceCancelledFlow, invoiceEditedFlow, invoiceRepostedFlow };
test.each(Object.keys(flows))(
  '%s',
  async (name) => {
    const report = await breakEveryCall(ground, flows[name as keyof typeof flows]);
    console.log(
      JSON.stringify({ ...report, failures: report.failures.length }),
      '\n',
      report.failures.slice(0, 12).join('\n'),
    );
    expect(report.failures).toEqual([]);
  },
  900_000,
);
