/**
 * A table that is made when it is first asked for. Each execution evaluates all modules anew, and few scripts look at the
 * largest of their tables: with them all a context took half as long again to prepare.
 */
export function lazily<Table>(make: () => Table): () => Table {
  let made: Table | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
