/** What NetSuite answered to a request. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly location: string | null;
  readonly text: string;
}

/** A RESTlet's error: `{"error":{"code":"...","message":"..."}}`. */
export interface ErrorBody {
  readonly error: { readonly code: string; readonly message: string };
}

/** The error of a RESTlet's answer, in JSON or as text (`error code: ...`); null where the answer holds none. */
export function errorOf(answer: Answer): ErrorBody['error'] | null {
  const text = /^error code: (.*)\r?\nerror message: ([\s\S]*)$/.exec(answer.text);
  if (text !== null) return { code: text[1] ?? '', message: text[2] ?? '' };
  try {
    const body = JSON.parse(answer.text) as Partial<ErrorBody> | null;
    return body?.error ?? null;
  } catch {
    return null;
  }
}

/** The answer's JSON. @throws Error with the answer when it is no success */
export function jsonOf<T>(answer: Answer): T {
  if (answer.status < 200 || answer.status > 299) throw new Error(`NetSuite answered ${answer.status}: ${answer.text}`);
  return JSON.parse(answer.text) as T;
}
