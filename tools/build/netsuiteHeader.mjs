// NetSuite reads its JSDoc tags from the first comment of a file only, and bundlers move comments. This keeps the first
// comment of each source file and puts it first in what is built from it.

const firstComment = /^\s*(\/\*\*[\s\S]*?\*\/)/;
const moduleHeader = '/**\n * @NApiVersion 2.1\n * @NModuleScope SameAccount\n */';

/** @returns {import('rollup').Plugin} */
export function netsuiteHeader() {
  /** @type {Map<string, string>} */
  const headers = new Map();
  return {
    name: 'netsuite-header',
    transform: {
      order: 'pre',
      handler(code, id) {
        const comment = firstComment.exec(code)?.[1];
        if (comment?.includes('@NApiVersion')) headers.set(id, comment);
        return null;
      },
    },
    renderChunk: {
      order: 'post',
      handler(code, chunk) {
        const header = chunk.facadeModuleId === null ? undefined : headers.get(chunk.facadeModuleId);
        if (chunk.isEntry && chunk.facadeModuleId?.includes('/src/scripts/')) requireTags(chunk.facadeModuleId, header);
        return { code: `${header ?? moduleHeader}\n${code}`, map: null };
      },
    },
  };
}

/**
 * @param {string} file
 * @param {string | undefined} header
 */
function requireTags(file, header) {
  for (const tag of [/@NApiVersion 2\.1\b/, /@NScriptType \w+/, /@NModuleScope SameAccount\b/]) {
    if (header === undefined || !tag.test(header)) {
      throw new Error(`${file}: its first comment lacks ${tag.source.replaceAll('\\', '')}`);
    }
  }
}
