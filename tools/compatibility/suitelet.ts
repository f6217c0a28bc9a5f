import type { SimulatedAccount } from 'netsuite-simulator';
import type { Values } from './manifest';
import { SCRIPT } from './project';

/** Opens the Suitelet as the administrator does in a browser: `GET` its page, or `POST` its form. */
export async function openSuitelet(account: SimulatedAccount, method: 'GET' | 'POST', given: Values) {
  const { url } = await account.listen({ port: 0 });
  const login = await fetch(`${url}/simulator/login?role=administrator`, { redirect: 'manual' });
  const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const parameters = new URLSearchParams(Object.entries(given).map(([name, value]) => [name, String(value)]));
  const page = `${url}/app/site/hosting/scriptlet.nl?script=customscript_${SCRIPT}&deploy=customdeploy_${SCRIPT}`;
  const response = await fetch(method === 'GET' ? `${page}&${parameters}` : page, {
    method,
    redirect: 'manual',
    headers: { cookie },
    ...(method === 'POST' ? { body: parameters } : {}),
  });
  return { status: response.status, location: response.headers.get('location'), text: await response.text() };
}
