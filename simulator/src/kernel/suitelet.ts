import type { PageData } from './page';

/** A file that a browser sent, or that a Suitelet writes. */
export interface TransferredFile {
  readonly name: string;
  /** A value of `file.Type`. */
  readonly fileType: string;
  /** Text, or base64 for binary types. */
  readonly contents: string;
}

/** An HTTP request as a Suitelet sees it (http.ServerRequest, section_4314608702). */
export interface SuiteletRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Query and form fields; several values of one name are joined by U+0005. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: string;
  /** By the name of the form field. */
  readonly files: Readonly<Record<string, TransferredFile>>;
  readonly clientIpAddress: string;
}

/** A piece of what a Suitelet wrote, in its order. */
export type SuiteletPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'page'; readonly page: PageData }
  | { readonly kind: 'file'; readonly file: TransferredFile; readonly isInline: boolean };

/** What a Suitelet answered (http.ServerResponse, section_4314609319). */
export interface SuiteletResponse {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly parts: readonly SuiteletPart[];
  /** Address that the browser is sent to. */
  readonly redirect: string | null;
  /** LONG (7 days), MEDIUM (2 hours), SHORT (5 minutes), UNIQUE (not kept). */
  readonly cacheDuration: string | null;
}
