import { createHash } from 'node:crypto';
import type { LoadReply } from './protocol';

/** Gives workers the text of script files, and only its hash when they have it already. */
export class Sources {
  private readonly hashes = new Map<string, { readonly text: string; readonly hash: string }>();

  /** Texts that were read while the File Cabinet had the number {@link readAt}. */
  private readonly texts = new Map<string, string | null>();
  private readAt: number | null = null;

  /**
   * @param read the text of a file of the account by its path, or null
   * @param changes a number that is another one when any file may be another; null where that is not known
   */
  constructor(
    private readonly read: (path: string) => string | null,
    readonly changes: () => number | null,
  ) {}

  reply(path: string, known: string | null): LoadReply {
    const text = this.text(path);
    if (text === null) return { found: false };
    const hash = this.hash(path, text);
    return hash === known ? { found: true, hash } : { found: true, hash, text };
  }

  private text(path: string): string | null {
    const changes = this.changes();
    if (changes === null || changes !== this.readAt) this.texts.clear();
    this.readAt = changes;
    const known = this.texts.get(path);
    if (known !== undefined) return known;
    const text = this.read(path);
    this.texts.set(path, text);
    return text;
  }

  private hash(path: string, text: string): string {
    const last = this.hashes.get(path);
    if (last?.text === text) return last.hash;
    const hash = createHash('sha256').update(text).digest('base64');
    this.hashes.set(path, { text, hash });
    return hash;
  }
}
