/** Says what is going on: a line that is written over on a terminal, a line each elsewhere. */
export class Progress {
  private last = '';

  constructor(private readonly output: NodeJS.WriteStream = process.stdout) {}

  /** What is going on now; shown once for each new text. */
  show(text: string): void {
    if (text === this.last) return;
    this.last = text;
    if (this.output.isTTY) this.output.write(`\r\x1b[K${text}`);
    else this.output.write(`${text}\n`);
  }

  /** Ends the line; what follows begins on a new one. */
  end(): void {
    if (this.output.isTTY && this.last !== '') this.output.write('\n');
    this.last = '';
  }
}
