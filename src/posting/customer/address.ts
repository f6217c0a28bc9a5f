import type { Address } from '../../documents/document';
import { FieldWriter } from '../fields';
import { addressLimits } from '../limits';
import type { PlannedLine } from '../plan';
import { phoneNumber } from './phone';

/** A line of the customer's address book with its address subrecord; found again by its label on an update. */
export function addressLine(address: Address, notes: string[]): PlannedLine {
  const line = new FieldWriter(notes, address.label)
    .text('label', 'Label', address.label, addressLimits.label)
    .checked('defaultbilling', address.isDefaultBilling)
    .checked('defaultshipping', address.isDefaultShipping);
  // The country comes first: NetSuite chooses the form of the address, and with it the states, by the country.
  const subrecord = new FieldWriter(notes, address.label)
    .text('country', 'Country', address.country, 2)
    .text('attention', 'Attention', address.attention, addressLimits.attention)
    .text('addressee', 'Addressee', address.addressee, addressLimits.addressee)
    .text('addr1', 'Address 1', address.line1, addressLimits.addr1)
    .text('addr2', 'Address 2', address.line2, addressLimits.addr2)
    .text('city', 'City', address.city, addressLimits.city)
    .text('state', 'State', address.state, addressLimits.state)
    .text('zip', 'Zip', address.postalCode, addressLimits.zip);
  phoneNumber(subrecord, 'addrphone', address.phone, addressLimits.addrphone);
  return { fields: line.fields, subrecords: { addressbookaddress: subrecord.fields }, matchBy: 'label' };
}
