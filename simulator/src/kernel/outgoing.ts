/**
 * A request to the world outside as N/https gives it to the account. Addresses, headers and bodies may hold secrets that
 * the script never sees: such a text crosses as the steps that make it.
 */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: Secret;
  readonly headers: readonly (readonly [name: string, value: Secret])[];
  readonly body: Secret | null;
  /** True for N/https, which takes `https` addresses only. */
  readonly isSecure: boolean;
}

/** Plain text, or steps that end in a text; `{custsecret_x}` in it stands for the secret. */
export type Secret = string | { readonly steps: readonly SecretStep[] };

/** A step of https.SecureString; encodings by the names of N/encode. */
export type SecretStep =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: string }
  | { readonly kind: 'append'; readonly other: { readonly steps: readonly SecretStep[] } }
  | { readonly kind: 'convert'; readonly from: string; readonly to: string }
  | { readonly kind: 'hash'; readonly algorithm: string; readonly content: string; readonly result: string }
  | {
      readonly kind: 'hmac';
      readonly algorithm: string;
      readonly content: string;
      readonly result: string;
      /** Script id of an API secret, or the GUID of a credential. */
      readonly key: { readonly secret: string | null; readonly guid: string | null; readonly encoding: string };
    }
  | { readonly kind: 'replace'; readonly pattern: string; readonly replacement: string };

/** What came back. */
export interface OutgoingResponse {
  readonly code: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Text, or base64 where the content is not text. */
  readonly body: string;
}
