import type { LoadMessage, LoadReplies } from './protocol';
import type { Sources } from './sources';

/** The files that a script loaded when it was described, each with its hash; null for one that was not there. */
export class Description {
  readonly files = new Map<string, string | null>();

  loaded({ path, more }: LoadMessage, replies: LoadReplies): void {
    [path, ...more.map((other) => other.path)].forEach((file, index) => {
      const reply = replies[index];
      this.files.set(file, reply?.found ? reply.hash : null);
    });
  }
}

/**
 * What scripts have answered to `DESCRIBE`, kept while the files that they load are the same: evaluating a script tells
 * the same each time.
 */
export class Descriptions {
  private readonly known = new Map<
    string,
    { readonly files: ReadonlyMap<string, string | null>; readonly text: string }
  >();

  constructor(private readonly sources: Sources) {}

  /** The answer on the wire, or null where the script has to be evaluated. */
  of(script: string): string | null {
    const known = this.known.get(script);
    if (known === undefined) return null;
    for (const [path, hash] of known.files) {
      const now = this.sources.reply(path, hash);
      if ((now.found ? now.hash : null) !== hash) return null;
    }
    return known.text;
  }

  keep(script: string, description: Description | null, text: string): void {
    if (description !== null) this.known.set(script, { files: description.files, text });
  }
}
