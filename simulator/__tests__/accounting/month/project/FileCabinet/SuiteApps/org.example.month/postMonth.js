/**
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */
define(['./usMonth', './germanMonth', './documents', 'N/log'], (usMonth, germanMonth, documents, log) => ({
  /** Posts July 2026 of both subsidiaries and logs which document is which. */
  execute: () => {
    const items = documents.makeItems();
    log.audit('us', JSON.stringify(usMonth.post(items)));
    log.audit('german', JSON.stringify(germanMonth.post(items)));
  },
}));
