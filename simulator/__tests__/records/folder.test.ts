import { findFolder } from '../../src/files/folders';
import { codeOf, type TestAccount, testAccount } from './testAccount';

let t: TestAccount;
beforeEach(() => {
  t = testAccount();
});

const folder = (name: string, parent: string | null = null) => t.save(t.create('folder', { name, parent }));

describe('folders of the file cabinet', () => {
  test('are made by N/record, at the top or in another one, and found by SuiteQL’s table', () => {
    const top = folder('Payloads');
    const inside = folder('2026', top);
    expect(findFolder(t.account, Number(inside))?.path).toBe('/Payloads/2026');
    const rows = t.store.all('SELECT name, istoplevel, isprivate FROM mediaitemfolder WHERE id IN (?, ?) ORDER BY id', [
      Number(top),
      Number(inside),
    ]);
    expect(rows).toEqual([
      { name: 'Payloads', istoplevel: 'T', isprivate: 'F' },
      { name: '2026', istoplevel: 'F', isprivate: 'F' },
    ]);
  });

  test('need a name of their own in their place', () => {
    const top = folder('Payloads');
    expect(codeOf(() => folder('Payloads'))).toMatch(/^FOLDER_ALREADY_EXISTS: /);
    expect(() => folder('Payloads', top)).not.toThrow();
  });

  test('take what is in them along when they get another name', () => {
    const top = folder('Payloads');
    const inside = folder('2026', top);
    t.save(t.set(t.load('folder', top), { name: 'Archive' }));
    expect(findFolder(t.account, Number(inside))?.path).toBe('/Archive/2026');
  });
});
