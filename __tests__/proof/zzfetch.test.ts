import { coordinatesOf, runWithFault, undisturbed } from './exhaustive/prove';
import { missingCustomerFetchedFlow } from './flows/missingCustomerFetched';
import { openGround } from './world/account';

test('probe', async () => {
  const ground = await openGround();
  const normal = await undisturbed(ground, missingCustomerFetchedFlow);
  const sites = normal.sites.map((site, index) => ({ index: index + 1, ...site }));
  const by = new Map<string, number>();
  for (const site of sites) {
    const k = `${site.script}`;
    by.set(k, (by.get(k) ?? 0) + 1);
  }
  console.log(
    JSON.stringify([...by]),
    ground.zuora.requests.length,
    JSON.stringify(normal.picture.filter(({ subject }) => subject.startsWith('transfer'))),
  );
  const all = coordinatesOf(normal).filter(({ call }) => normal.sites[call - 1]?.script === 'customscript_obc_fetch');
  console.log(all.length);
  const end = Date.now() + 400_000;
  let done = 0;
  const wrong: unknown[] = [];
  const start = Number(process.env.START ?? '0');
  for (const coordinates of all.slice(start)) {
    if (Date.now() > end) break;
    const verdict = await runWithFault(ground, normal, coordinates);
    done += 1;
    if (verdict.wrong !== null) wrong.push(verdict);
  }
  console.log('done', start + done, JSON.stringify(wrong, null, 1));
  await ground.close();
}, 560_000);
