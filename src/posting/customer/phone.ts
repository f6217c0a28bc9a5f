import type { FieldWriter } from '../fields';

const FEWEST_CHARACTERS = 7;

/** Writes a phone number if NetSuite takes it; half a number helps nobody, so one that it would refuse is left out. */
export function phoneNumber(writer: FieldWriter, field: string, phone: string | null, limit: number): void {
  if (phone === null || phone === '') return;
  if (phone.length < FEWEST_CHARACTERS || phone.length > limit) {
    writer.note(`Phone left out, NetSuite takes ${FEWEST_CHARACTERS} to ${limit} characters: "${phone}"`);
    return;
  }
  writer.text(field, 'Phone', phone, limit);
}
