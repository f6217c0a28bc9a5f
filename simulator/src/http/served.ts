import type { OpenAccount } from '../account/account';

/** The account that is served. */
export type Served = OpenAccount;
