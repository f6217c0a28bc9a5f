/** A file of the file cabinet as it crosses to a script, without its content. */
export interface CabinetFileData {
  readonly id: number;
  readonly name: string;
  /** Internal id of the folder. */
  readonly folder: number;
  /** `/SuiteScripts/report.csv`. */
  readonly path: string;
  /** A value of `file.Type`, or MISCBINARY. */
  readonly fileType: string;
  /** Bytes. */
  readonly size: number;
  readonly url: string;
  readonly encoding: string;
  readonly description: string;
  readonly isInactive: boolean;
  /** Available without login. */
  readonly isOnline: boolean;
  /** False where the content is base64. */
  readonly isText: boolean;
}
