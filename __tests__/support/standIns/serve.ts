import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OutsideAnswer, OutsideFailure, OutsideRequest } from 'netsuite-simulator';

export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a stand-in over HTTP at this machine's own address. Its clock is the machine's; `url` of a request is its path.
 */
export async function serve(answer: (request: OutsideRequest) => OutsideAnswer | OutsideFailure): Promise<Served> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [
          name,
          Array.isArray(value) ? value.join(', ') : (value ?? ''),
        ]),
      );
      const body = Buffer.concat(chunks).toString('utf8');
      const { method = 'GET', url = '/' } = request;
      const answered = answer({ method, url, headers, body: body === '' ? null : body, now: Date.now() });
      if (typeof answered === 'string') response.destroy();
      else response.writeHead(answered.code, { ...answered.headers }).end(answered.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}
