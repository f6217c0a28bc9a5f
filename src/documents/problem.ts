/** Why a payload cannot be taken: answered to the caller, nothing is stored. */
export interface InputError {
  /** Upper snake case, for example `MISSING_FIELD`. */
  readonly code: string;
  /** One sentence that names the value and the remedy. */
  readonly message: string;
  /** Dotted path from the document's root, `data.items[2].transactionAmount`. */
  readonly path: string;
}

export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };
