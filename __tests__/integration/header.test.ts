import { rollup } from 'rollup';
import { netsuiteHeader } from '../../tools/build/netsuiteHeader.mjs';

const header = '/**\n * Does it.\n *\n * @NApiVersion 2.1\n * @NScriptType Restlet\n * @NModuleScope SameAccount\n */';

/** Builds an entry of src/scripts and a module that it imports, without files. */
async function build(entry: string): Promise<string[]> {
  const sources: Record<string, string> = {
    '/src/scripts/entry.js': entry,
    '/src/helper.js': '/** Helps. */\nexport const help = () => 1;',
  };
  const bundle = await rollup({
    input: '/src/scripts/entry.js',
    plugins: [
      {
        name: 'sources',
        resolveId: (id) => (id === '../helper' ? '/src/helper.js' : id),
        load: (id) => sources[id] ?? null,
      },
      netsuiteHeader(),
    ],
  });
  const { output } = await bundle.generate({ format: 'amd', preserveModules: true, exports: 'named' });
  return output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : ''));
}

const code = "import { help } from '../helper';\nexport const post = () => help();\n";

test('the header of a script comes first, and each other module says its version', async () => {
  const files = await build(`${header}\n${code}`);
  expect(files.some((file) => file.startsWith(`${header}\ndefine(`))).toBe(true);
  expect(files.every((file) => file.startsWith('/**\n') && file.includes('@NApiVersion 2.1'))).toBe(true);
});

test.each([
  ['no comment', code],
  ['no script type', `${header.replace(' * @NScriptType Restlet\n', '')}\n${code}`],
  ['another version', `${header.replace('2.1', '2.0')}\n${code}`],
  ['a comment before it', `/* licence */\n${header}\n${code}`],
])('a script with %s fails the build', async (_, source) => {
  await expect(build(source)).rejects.toThrow('its first comment lacks');
});
