import type { FastifyReply } from 'fastify';

/** An HTTP answer. */
export interface Outgoing {
  readonly status: number;
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly contentType?: string;
  readonly body?: string | Buffer;
}

/** Sends an answer. Text goes as UTF-8. */
export async function send(reply: FastifyReply, answer: Outgoing): Promise<void> {
  reply.code(answer.status);
  const values = new Map<string, string[]>();
  for (const [name, value] of answer.headers ?? []) values.set(name, [...(values.get(name) ?? []), value]);
  for (const [name, list] of values) reply.header(name, list.length > 1 ? list : list[0]);
  if (answer.contentType && !reply.hasHeader('content-type')) {
    const isBare =
      /^(text\/|application\/(json|xml|javascript))/.test(answer.contentType) && !/charset/i.test(answer.contentType);
    reply.header('content-type', isBare ? `${answer.contentType}; charset=utf-8` : answer.contentType);
  }
  await reply.send(typeof answer.body === 'string' ? Buffer.from(answer.body, 'utf8') : answer.body);
}

export function json(status: number, value: unknown, headers: Outgoing['headers'] = []): Outgoing {
  return { status, headers, contentType: 'application/json', body: JSON.stringify(value) };
}

export function page(html: string, status = 200): Outgoing {
  return { status, contentType: 'text/html', headers: [['Cache-Control', 'no-store']], body: html };
}

export function redirect(location: string, headers: Outgoing['headers'] = []): Outgoing {
  return { status: 302, headers: [['Location', location], ...headers] };
}
