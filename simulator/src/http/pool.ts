/**
 * The requests of RESTlets and REST web services together, of which an account serves a few at once
 * (bridgehead_1500275603): one more is refused, not queued.
 */
export class RequestPool {
  private underWay = 0;

  constructor(private readonly limit: number) {}

  /** Does the work if there is room; null where there is none. */
  async run<R>(work: () => Promise<R>): Promise<R | null> {
    if (this.underWay >= this.limit) return null;
    this.underWay += 1;
    try {
      return await work();
    } finally {
      this.underWay -= 1;
    }
  }
}
