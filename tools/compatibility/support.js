/**
 * Does in an account what a person would: makes and changes the records that a public script works on.
 *
 * @NApiVersion 2.1
 * @NScriptType Restlet
 */
define(['N/record', 'N/search', 'N/file'], (record, search, file) => {
  const put = (made, { values = {}, lines = {} }) => {
    for (const [fieldId, value] of Object.entries(values)) made.setValue({ fieldId, value: valueOf(value) });
    for (const [sublistId, rows] of Object.entries(lines)) {
      for (const row of rows) {
        made.selectNewLine({ sublistId });
        for (const [fieldId, value] of Object.entries(row)) {
          made.setCurrentSublistValue({ sublistId, fieldId, value: valueOf(value) });
        }
        made.commitLine({ sublistId });
      }
    }
    return made.save();
  };

  /** Dates come as `{ date: '2026-07-01' }`. */
  const valueOf = (value) => {
    if (value === null || typeof value !== 'object' || value.date === undefined) return value;
    const [year, month, day] = value.date.split('-').map(Number);
    return new Date(year, month - 1, day);
  };

  const doings = {
    create: ({ create: type, defaultValues, ...rest }) =>
      put(record.create({ type, isDynamic: true, defaultValues }), rest),
    change: ({ change: type, id, ...rest }) => put(record.load({ type, id, isDynamic: true }), rest),
    submit: ({ submit: type, id, values }) => record.submitFields({ type, id, values }),
    transform: ({ transform: fromType, id: fromId, to: toType, ...rest }) =>
      put(record.transform({ fromType, fromId, toType, isDynamic: true }), rest),
    remove: ({ remove: type, id }) => record.delete({ type, id }),
    search: ({ search: definition }) => search.create(definition).save(),
    file: ({ file: options }) => file.create(options).save(),
    read: ({ read: id }) => file.load({ id }).getContents(),
  };

  const post = (step) => {
    const doing = Object.keys(doings).find((name) => step[name] !== undefined);
    return { kept: doings[doing](step) };
  };

  return { post };
});
