/** A mail as a script hands it to the account. */
export interface MailRequest {
  /** Internal id of the employee who sends. */
  readonly author: string;
  /** Internal ids of entities, or addresses. */
  readonly recipients: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: string | null;
  readonly subject: string;
  readonly body: string;
  readonly attachments: readonly MailAttachment[];
  readonly relatedRecords: Readonly<Record<string, string>>;
  readonly isInternalOnly: boolean;
}

export interface MailAttachment {
  readonly name: string;
  /** A value of `file.Type`. */
  readonly fileType: string;
  /** Bytes. */
  readonly size: number;
}
