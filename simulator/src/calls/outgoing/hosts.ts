import type { Account } from '../../kernel/account';

/**
 * Lets scripts reach a host outside of this machine, or leads its name to another address: so a test can stand in for a
 * platform's API under the platform's own name.
 *
 * @param host `api.example.com`
 * @param target base address that stands in for it, `http://127.0.0.1:9000`; null for the host itself
 */
export function allowHost(account: Account, host: string, target: string | null): void {
  if (target !== null) new URL(target);
  account.store.run('INSERT OR REPLACE INTO outsidehost (host, target) VALUES (?, ?)', [host.toLowerCase(), target]);
}

/** Every host that was let in, with what stands in for it. */
export function allowedHosts(account: Account): { readonly host: string; readonly target: string | null }[] {
  return account.store.all('SELECT host, target FROM outsidehost ORDER BY host');
}

/**
 * Where a request really goes: this machine's own addresses always, other hosts where they were let in; null for a host
 * that was not.
 */
export function reachable(account: Account, url: URL): URL | null {
  const row = account.store.get<{ target: string | null }>('SELECT target FROM outsidehost WHERE host = ?', [
    url.hostname.toLowerCase(),
  ]);
  if (row?.target) return new URL(`${url.pathname}${url.search}`, row.target);
  return row || isLoopback(url.hostname) ? url : null;
}

/** True for addresses of this machine. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(hostname);
}
