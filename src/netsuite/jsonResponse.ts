import * as restlet from 'N/scriptTypes/restlet';

/**
 * An answer in JSON, whatever the request was: without a body, as in GET and DELETE, NetSuite would answer text/plain
 * (section_4619215993).
 */
export function jsonResponse(content: unknown): object {
  return restlet.createResponse({ content: JSON.stringify(content), contentType: 'application/json' });
}
