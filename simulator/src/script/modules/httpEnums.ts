/** Enumerations that N/http and N/https share. */
export const CacheDuration = Object.freeze({ LONG: 'LONG', MEDIUM: 'MEDIUM', SHORT: 'SHORT', UNIQUE: 'UNIQUE' });

export const Method = Object.freeze({
  DELETE: 'DELETE',
  GET: 'GET',
  HEAD: 'HEAD',
  PATCH: 'PATCH',
  POST: 'POST',
  PUT: 'PUT',
});

export const RedirectType = Object.freeze({
  MEDIA_ITEM: 'MEDIAITEM',
  RECORD: 'RECORD',
  RESTLET: 'RESTLET',
  SUITELET: 'SUITELET',
  TASK_LINK: 'TASKLINK',
});
