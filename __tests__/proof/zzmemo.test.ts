import { breakEveryCall } from './exhaustive/report';
import { creditMemoCancelledInNueFlow } from './flows/creditMemoCancelledInNue';
import { nueCreditMemoFlow } from './flows/nueCreditMemo';
import { openGround, type ProvingGround } from './world/account';

let ground: ProvingGround;
beforeAll(async () => {
  ground = await openGround();
}, 120_000);
afterAll(() => ground?.close());
test.each([nueCreditMemoFlow, creditMemoCancelledInNueFlow])(
  '$name',
  async (flow) => {
    const report = await breakEveryCall(ground, flow, { part: 2, of: 9 });
    console.log(flow.name, JSON.stringify({ ...report, failures: report.failures.slice(0, 5) }).slice(0, 4000));
    expect(report.failures).toEqual([]);
  },
  900_000,
);
