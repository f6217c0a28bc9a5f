import * as v from 'valibot';
import {
  CLOSED_PERIODS,
  CUSTOMER_NUMBERING,
  ITEM_NAMES,
  ITEM_TYPES,
  MAPPING_KINDS,
  TRANSACTION_NUMBERING,
  UPDATE_POLICIES,
} from './fields';

/** A NetSuite record by internal id or by its exact name. */
export const referenceSchema = v.union([
  v.object({ id: v.union([v.pipe(v.string(), v.regex(/^\d+$/)), v.pipe(v.number(), v.integer(), v.minValue(1))]) }),
  v.object({ name: v.pipe(v.string(), v.minLength(1)) }),
]);

const choice = (words: Readonly<Record<string, string | boolean>>) => v.optional(v.picklist(Object.keys(words)));
const reference = v.optional(v.nullable(referenceSchema));

/** Null clears it. */
const wholeNumber = v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))));
const flag = v.optional(v.boolean());
/** An empty text clears it. */
const text = (most: number) => v.optional(v.pipe(v.string(), v.maxLength(most)));
const linkField = v.optional(
  v.pipe(
    v.string(),
    v.regex(
      /^(|externalid|cust(body|entity|item)_?\w{1,40})$/,
      'it must be externalid or the script id of a custom field',
    ),
  ),
);
const addresses = v.optional(v.pipe(v.array(v.pipe(v.string(), v.email(), v.maxLength(254))), v.maxLength(50)));

const byCategory = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.optional(v.strictObject({ subscription: schema, entitlement: schema, asset: schema, charge: schema }));

/** The settings of a connection, as PUT takes them: what is left out stays as it is, null clears a reference. */
export const settingsSchema = v.strictObject({
  paused: v.optional(v.boolean()),
  scheduledMode: v.optional(v.boolean()),
  timeZone: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(60))),
  defaultSubsidiary: reference,
  receivablesAccount: reference,
  taxSchedule: reference,
  itemTypes: byCategory(choice(ITEM_TYPES)),
  incomeAccounts: byCategory(reference),
  inventoryAccounts: v.optional(v.strictObject({ costOfGoodsSold: reference, asset: reference })),
  numbering: v.optional(
    v.strictObject({ customer: choice(CUSTOMER_NUMBERING), transaction: choice(TRANSACTION_NUMBERING) }),
  ),
  itemName: choice(ITEM_NAMES),
  closedPeriod: v.optional(v.picklist(CLOSED_PERIODS)),
  documentsPerRun: wholeNumber,
  updates: v.optional(v.strictObject({ customer: choice(UPDATE_POLICIES), item: choice(UPDATE_POLICIES) })),
  linkFields: v.optional(v.strictObject({ customer: linkField, item: linkField, transaction: linkField })),
  sends: v.optional(v.strictObject({ customerEdits: flag, creditMemoCancellations: flag })),
  api: v.optional(
    v.strictObject({
      url: v.optional(
        v.pipe(
          v.string(),
          v.maxLength(200),
          v.regex(/^(|https:\/\/[^\s/?#]+)$/, 'it must be https:// and a host, without a path'),
        ),
      ),
      clientId: text(200),
      secret: v.optional(
        v.pipe(
          v.string(),
          v.regex(/^(|custsecret\w{1,50})$/, 'it must be the script id of an API secret, custsecret_...'),
        ),
      ),
    }),
  ),
  retention: v.optional(v.strictObject({ payloadDays: wholeNumber, personalDataDays: wholeNumber })),
  recipients: v.optional(v.strictObject({ digest: addresses, alert: addresses, sender: reference })),
});

/** One translation; a value of null removes it. */
export const mappingSchema = v.strictObject({
  kind: v.picklist(MAPPING_KINDS),
  source: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  value: v.nullable(referenceSchema),
});

/** Body of PUT of the settings RESTlet. A connection that does not exist yet is made; then `platform` must be given. */
export const settingsRequestSchema = v.strictObject({
  connection: v.pipe(
    v.string(),
    v.regex(
      /^[a-z][a-z0-9-]{0,19}$/,
      'a key is 1 to 20 lower-case letters, digits and hyphens, and starts with a letter',
    ),
  ),
  name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(80))),
  platform: v.optional(v.string()),
  /** In a copy of the account in which the connection was active: lets it send and pull here. */
  activate: v.optional(v.boolean()),
  settings: v.optional(settingsSchema, {}),
  mappings: v.optional(v.array(mappingSchema), []),
});

export type SettingsRequest = v.InferOutput<typeof settingsRequestSchema>;
export type MappingRequest = v.InferOutput<typeof mappingSchema>;

/** Answer to PUT. Either everything is saved, or nothing is and the problems say why. */
export const settingsResponseSchema = v.object({
  outcome: v.picklist(['saved', 'rejected']),
  problems: v.array(v.object({ code: v.string(), message: v.string(), path: v.string() })),
});

export type SettingsResponse = v.InferOutput<typeof settingsResponseSchema>;
