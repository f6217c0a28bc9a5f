/** What the account answers to a query. */
export interface QueryAnswer {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly Value[])[];
}

export type Value = string | number | boolean | null;

/** A column of a result (section_1510779235). */
export class Column {
  readonly label: string;
  readonly alias: string;
  readonly fieldId: string;
  readonly type: string;

  constructor(name: string, type: string) {
    this.label = name;
    this.alias = name;
    this.fieldId = name;
    this.type = type;
  }

  toString(): string {
    return 'query.Column';
  }
}

/** What results say of a column: the column of a statement, or of a query of the builder. */
export interface ResultColumn {
  /** The name in mapped results; null for a formula that was given none, which mapped results leave out (assumed). */
  readonly alias: string | null;
}

/** One row: its values in the order of the columns, or by their names. */
export class Result {
  readonly values: Value[];
  readonly #columns: readonly ResultColumn[];

  constructor(values: readonly Value[], columns: readonly ResultColumn[]) {
    this.values = [...values];
    this.#columns = columns;
  }

  /** Of two columns of one name, the later one stays (section_156336700395). */
  asMap(): Record<string, Value> {
    return Object.fromEntries(
      this.#columns.flatMap(({ alias }, index) => (alias === null ? [] : [[alias, this.values[index] ?? null]])),
    );
  }

  getValueForAlias(options: { alias: string }): Value {
    return this.asMap()[options.alias.toLowerCase()] ?? null;
  }

  toString(): string {
    return 'query.Result';
  }

  toJSON(): object {
    return { values: this.values };
  }
}

/** The columns that the statement of an answer has. */
export function statementColumns({ columns }: QueryAnswer): Column[] {
  return columns.map(({ name, type }) => new Column(name, type));
}

export class ResultSet<C extends ResultColumn = Column> {
  readonly results: Result[];
  readonly types: string[];
  readonly columns: C[];

  /** @param shown the columns in the statement's order: its own, or those of a query of the builder */
  constructor({ columns, rows }: QueryAnswer, shown: readonly C[]) {
    this.columns = [...shown];
    this.types = columns.map(({ type }) => type);
    this.results = rows.map((values) => new Result(values, this.columns));
  }

  asMappedResults(): Record<string, Value>[] {
    return this.results.map((result) => result.asMap());
  }

  iterator(): { each(callback: (item: { value: Result }) => boolean): void } {
    return iteratorOver(this.results);
  }

  toString(): string {
    return 'query.ResultSet';
  }

  toJSON(): object {
    return { types: this.types, columns: this.columns, results: this.results };
  }
}

/** Goes over items until the callback does not return true (section_1510780079). */
export function iteratorOver<T>(items: Iterable<T>): { each(callback: (item: { value: T }) => boolean): void } {
  return {
    each: (callback) => {
      for (const value of items) if (callback({ value }) !== true) return;
    },
  };
}
