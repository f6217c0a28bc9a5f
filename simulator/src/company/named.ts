/**
 * The internal id of the row that a name of the company's data stands for.
 *
 * @throws Error naming what the data refers to and does not contain.
 */
export function named(ids: ReadonlyMap<string, number>, kind: string, name: string): number {
  const id = ids.get(name);
  if (id === undefined) {
    throw new Error(`The company's data names a ${kind} that it does not contain: ${JSON.stringify(name)}`);
  }
  return id;
}
