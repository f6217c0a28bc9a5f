/** A member of a payload as it was received, with the fields that the schemas pass over. */
export function rawMember(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;
}
