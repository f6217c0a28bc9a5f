/** Line fields that take the service period; both are the source of start and end dates in revenue field mapping. */
export interface ServiceDateFields {
  readonly start: string;
  readonly end: string;
}

const CONNECTOR: ServiceDateFields = { start: 'custcol_obc_service_start', end: 'custcol_obc_service_end' };

/** Nue's own bundle names its fields; accounts that had it keep their revenue field mapping. */
const BY_PLATFORM: ReadonlyMap<string, ServiceDateFields> = new Map([
  ['nue', { start: 'custcol_nue_start_date', end: 'custcol_nue_end_date' }],
]);

export function serviceDateFields(platform: string): ServiceDateFields {
  return BY_PLATFORM.get(platform) ?? CONNECTOR;
}
