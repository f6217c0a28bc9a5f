import { compareReleases } from './releases';
import { retryHeldTransfers } from './retryHeldTransfers';

/** What rows that an older version stored need. */
interface Migration {
  /** The version that brought it. */
  readonly version: string;
  /** Must be able to run again: an upgrade that fails afterwards is repeated. */
  readonly run: () => void;
}

/** In the order of their versions. */
const MIGRATIONS: readonly Migration[] = [
  {
    version: '0.2.0',
    run: () =>
      retryHeldTransfers(
        '0.2.0',
        'Upgrade to 0.2.0, which knows more of what version 0.1.0 held, and by itself notices when its cause is gone',
      ),
  },
];

/** Brings what an older version stored up to date. */
export function migrate(fromVersion: string): void {
  for (const { version, run } of MIGRATIONS) {
    if (compareReleases(fromVersion, version) < 0) run();
  }
}
