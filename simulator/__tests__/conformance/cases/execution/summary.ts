/** A summarize function that writes what it was told to the log: `output`, `map`, `reduce`, `errors`, `input`, `yields`. */
export const SUMMARIZE = `summarize: function (summary) {
  var pairs = [];
  summary.output.iterator().each(function (key, value) { pairs.push(key + '=' + value); return true; });
  log.audit('output', pairs.join(';'));
  ['map', 'reduce'].forEach(function (name) {
    var stage = summary[name + 'Summary'];
    stage.keys.iterator().each(function (key, count, state) { log.audit(name, key + ' ' + count + ' ' + state); return true; });
    stage.errors.iterator().each(function (key, error, no) { log.audit('errors', key + ' ' + JSON.parse(error).name + ' ' + no); return true; });
  });
  log.audit('input', summary.inputSummary.error ? JSON.parse(summary.inputSummary.error).name : 'none');
  log.audit('restarted', String(summary.isRestarted));
  log.audit('yields', String(summary.yields));
  log.audit('concurrency', String(summary.concurrency));
}`;

export const ECHO_MAP = 'map: function (context) { context.write(context.key, context.value); }';
export const JOIN_REDUCE = "reduce: function (context) { context.write(context.key, context.values.join(',')); }";

export const input = (expression: string): string => `getInputData: function () { return ${expression}; }`;

/** The entry points of a map/reduce script as one object expression, with the summarize function above. */
export const stages = (...entryPoints: readonly string[]): string => `{ ${[...entryPoints, SUMMARIZE].join(',\n')} }`;

/** Creates `SuiteScripts/x.txt`, for calls that cost 10 units each. */
export const FILE = "file.create({ name: 'x.txt', fileType: 'PLAINTEXT', contents: 'x', folder: -15 }).save();";
/** Costs 10 units whether or not the file is there. */
export const TEN_UNITS = "try { file.load('SuiteScripts/none.txt'); } catch (e) {}";
