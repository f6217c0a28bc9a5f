import { scriptHeader } from '../../src/sdf/check/scriptHeader';

const TAGS = '/**\n * @NApiVersion 2.1\n * @NScriptType Restlet\n */';
const READ = { apiVersion: '2.1', scriptType: 'Restlet' };

describe('the header of a script file', () => {
  it.each([
    ['first in the file', `${TAGS}\ndefine([], () => ({}));`],
    ['after a comment that names the owner', `/**\n * Copyright (c) somebody\n */\n\n${TAGS}`],
    ['after a plain comment', `/* What it does. */\n${TAGS}`],
    ['in a plain comment', TAGS.replace('/**', '/*')],
    ['with the tag close to the star', '/**\n *@NApiVersion 2.1\n *@NScriptType Restlet\n */'],
  ])('is read where it stands %s', (_, text) => {
    expect(scriptHeader(text)).toEqual(READ);
  });

  it('is not there where a line comment or a text has the tags', () => {
    expect(scriptHeader("// @NApiVersion 2.1\nconst a = '@NScriptType Restlet';")).toEqual({
      apiVersion: null,
      scriptType: null,
    });
  });
});
