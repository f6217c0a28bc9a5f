import { readFileSync } from 'node:fs';
import { inputErrorCodes } from '../../../src/documents/inputErrors';
import { postingProblemCodes } from '../../../src/posting/problems';

const contract = readFileSync('docs/restlet.md', 'utf8');

test.each(Object.entries({ ...postingProblemCodes, ...inputErrorCodes }))('docs/restlet.md explains %s', (code) => {
  expect(contract).toContain(`| \`${code}\` |`);
});
