import type { Account } from '../../src/kernel/account';
import { runSuiteQL } from '../../src/query/run';
import { ledgerAccount } from './ledger';

let account: Account;
beforeAll(() => {
  account = ledgerAccount();
});
afterAll(() => account.store.close());

const rows = (sql: string, ...params: (string | number | boolean)[]) => runSuiteQL(account, null, sql, params).rows;
const one = (expression: string, ...params: (string | number | boolean)[]) =>
  rows(`SELECT ${expression} FROM transaction WHERE id = 1001`, ...params)[0]?.[0];

describe('a SuiteQL query gives rows (section_156257790831)', () => {
  test.each<[string, string, unknown[][]]>([
    [
      'columns by name, whatever their case',
      "SELECT ID, TranId FROM Transaction WHERE tranid = 'INV1'",
      [[1001, 'INV1']],
    ],
    ['a table alias', "SELECT t.id FROM transaction t WHERE t.tranid = 'INV2'", [[1002]]],
    [
      'an inner join',
      'SELECT t.tranid, c.companyname FROM transaction t INNER JOIN customer c ON c.id = t.entity WHERE t.id = 1002',
      [['INV2', 'O\'Neil "Quotes"']],
    ],
    [
      'an inner join without INNER',
      "SELECT t.id FROM transaction t JOIN currency c ON c.id = t.currency WHERE c.symbol = 'EUR'",
      [[1002]],
    ],
    [
      'a left join',
      'SELECT c.id, t.id FROM customer c LEFT JOIN transaction t ON t.entity = c.id WHERE c.id = 103',
      [[103, null]],
    ],
    [
      'a right join',
      'SELECT c.id, t.id FROM transaction t RIGHT OUTER JOIN customer c ON t.entity = c.id WHERE c.id = 103',
      [[103, null]],
    ],
    ['a full join', 'SELECT COUNT(*) FROM transaction t FULL OUTER JOIN customer c ON t.entity = c.id', [[4]]],
    ['a cross join', 'SELECT COUNT(*) FROM currency CROSS JOIN customer', [[6]]],
    ['tables with a comma', 'SELECT COUNT(*) FROM currency a, currency b WHERE a.id = b.id', [[2]]],
    [
      "Oracle's outer join",
      'SELECT c.id, t.tranid FROM customer c, transaction t WHERE c.id = t.entity(+) AND c.id >= 102 ORDER BY c.id',
      [
        [102, 'INV2'],
        [103, null],
      ],
    ],
    [
      "Oracle's outer join with a condition on the marked table",
      "SELECT c.id, t.tranid FROM customer c, transaction t WHERE c.id = t.entity(+) AND t.type(+) = 'CustCred' AND c.id = 102",
      [[102, null]],
    ],
    [
      'a join of three',
      'SELECT l.foreignamount, i.itemid FROM transaction t JOIN transactionline l ON l.transaction = t.id JOIN item i ON i.id = l.item WHERE t.id = 1001 ORDER BY l.id',
      [
        [-60.1, 'SUP'],
        [-40, 'LIC'],
      ],
    ],
    ['a derived table', 'SELECT x.n FROM (SELECT COUNT(*) AS n FROM customer) x', [[3]]],
    ['a derived table without a name', 'SELECT n FROM (SELECT COUNT(*) AS n FROM customer) WHERE n > 2', [[3]]],
    ['a subquery in the list', 'SELECT (SELECT MAX(id) FROM currency) AS m FROM customer WHERE id = 101', [[2]]],
    [
      'a correlated subquery',
      'SELECT c.id FROM customer c WHERE (SELECT COUNT(*) FROM transaction t WHERE t.entity = c.id) = 2',
      [[101]],
    ],
    [
      'EXISTS',
      'SELECT id FROM customer c WHERE NOT EXISTS (SELECT 1 FROM transaction t WHERE t.entity = c.id)',
      [[103]],
    ],
    [
      'IN with a query',
      'SELECT id FROM customer WHERE id IN (SELECT entity FROM transaction) ORDER BY id',
      [[101], [102]],
    ],
    [
      'IN with several columns',
      "SELECT id FROM transaction WHERE (entity, status) IN (SELECT entity, status FROM transaction WHERE type = 'CustCred') ORDER BY id",
      [[1001], [1003]],
    ],
    ['NOT IN', 'SELECT id FROM customer WHERE id NOT IN (101, 102)', [[103]]],
    ['IN with text for numbers', "SELECT id FROM customer WHERE id IN ('101', '103') ORDER BY id", [[101], [103]]],
    [
      'WITH',
      'WITH big AS (SELECT id, foreigntotal FROM transaction WHERE foreigntotal > 100) SELECT COUNT(*) FROM big',
      [[2]],
    ],
    [
      'WITH and column names',
      'WITH big (a, b) AS (SELECT id, tranid FROM transaction WHERE id = 1001) SELECT b FROM big',
      [['INV1']],
    ],
    ['UNION', 'SELECT currency FROM transaction UNION SELECT currency FROM customer ORDER BY 1', [[1], [2]]],
    ['UNION ALL', 'SELECT id FROM currency UNION ALL SELECT id FROM currency', [[1], [2], [1], [2]]],
    ['INTERSECT', 'SELECT id FROM customer INTERSECT SELECT parent FROM customer', [[101]]],
    ['MINUS', 'SELECT id FROM customer MINUS SELECT entity FROM transaction', [[103]]],
    ['GROUP BY and HAVING', 'SELECT entity, COUNT(*) FROM transaction GROUP BY entity HAVING COUNT(*) > 1', [[101, 2]]],
    ['DISTINCT', 'SELECT DISTINCT currency FROM transaction ORDER BY currency', [[1], [2]]],
    ['COUNT of what differs', 'SELECT COUNT(DISTINCT entity) FROM transaction', [[2]]],
    [
      'CASE with conditions',
      "SELECT CASE WHEN foreigntotal < 0 THEN 'credit' ELSE 'debit' END FROM transaction WHERE id = 1003",
      [['credit']],
    ],
    [
      'CASE with values',
      "SELECT CASE status WHEN 'A' THEN 'Open' WHEN 'B' THEN 'Paid' END FROM transaction WHERE id = 1002",
      [['Paid']],
    ],
    ['BETWEEN', 'SELECT id FROM customer WHERE id BETWEEN 102 AND 103 ORDER BY id', [[102], [103]]],
    ['IS NULL', 'SELECT id FROM customer WHERE email IS NULL', [[102]]],
    ['LIKE, which minds case', "SELECT id FROM customer WHERE companyname LIKE 'acme%'", []],
    [
      'LIKE with an escape character',
      "SELECT id FROM transaction WHERE memo LIKE '%50\\%%t\\_x' ESCAPE '\\'",
      [[1003]],
    ],
    [
      'ROWNUM',
      'SELECT id, memo FROM transaction WHERE ROWNUM <= 2',
      [
        [1001, 'First'],
        [1002, null],
      ],
    ],
    [
      'ROWNUM before the order',
      'SELECT id, memo FROM transaction WHERE ROWNUM <= 2 ORDER BY id DESC',
      [
        [1002, null],
        [1001, 'First'],
      ],
    ],
    ['ROWNUM before groups', 'SELECT COUNT(*) FROM customer WHERE ROWNUM <= 2', [[2]]],
    ['no row for ROWNUM above one', 'SELECT id FROM customer WHERE ROWNUM > 1', []],
    [
      'paging by nested ROWNUM',
      'SELECT id FROM (SELECT a.*, ROWNUM rn FROM (SELECT id FROM customer ORDER BY id DESC) a WHERE ROWNUM <= 2) WHERE rn >= 2',
      [[102]],
    ],
    ['FETCH FIRST', 'SELECT id FROM customer ORDER BY id DESC FETCH FIRST 1 ROWS ONLY', [[103]]],
    ['OFFSET and FETCH NEXT', 'SELECT id FROM customer ORDER BY id OFFSET 1 ROWS FETCH NEXT 1 ROWS ONLY', [[102]]],
    ['TOP', 'SELECT TOP 1 id FROM customer ORDER BY id DESC', [[103]]],
    ['nulls last when ascending', 'SELECT id FROM customer ORDER BY parent, id', [[102], [101], [103]]],
    ['nulls first when descending', 'SELECT id FROM customer ORDER BY parent DESC, id', [[101], [103], [102]]],
    ['nulls first when asked', 'SELECT id FROM customer ORDER BY parent NULLS FIRST, id', [[101], [103], [102]]],
    ['the order of an alias', 'SELECT id AS x FROM customer ORDER BY x DESC', [[103], [102], [101]]],
    [
      'ROW_NUMBER',
      'SELECT tranid, ROW_NUMBER() OVER (PARTITION BY entity ORDER BY trandate DESC) FROM transaction WHERE entity = 101 ORDER BY tranid',
      [
        ['CM1', 1],
        ['INV1', 2],
      ],
    ],
    [
      'a running sum',
      'SELECT SUM(foreigntotal) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM transaction',
      [[100.1], [300.3], [300]],
    ],
    ['RANK', 'SELECT RANK() OVER (ORDER BY currency) FROM transaction ORDER BY id', [[1], [3], [1]]],
    [
      'LISTAGG',
      "SELECT LISTAGG(tranid, ', ') WITHIN GROUP (ORDER BY tranid DESC) FROM transaction",
      [['INV2, INV1, CM1']],
    ],
    [
      'the general ledger',
      'SELECT a.acctnumber, SUM(l.amount) FROM transactionaccountingline l JOIN account a ON a.id = l.account GROUP BY a.acctnumber ORDER BY 1',
      [
        ['1100', 100.1],
        ['4000', -100.1],
      ],
    ],
    ['custom records', 'SELECT id, custrecord_crate_weight FROM customrecord_crate', [[1, 12.5]]],
    ['custom fields of any case', 'SELECT CustBody_Gate FROM transaction WHERE id = 1001', [[null]]],
    ['dual', 'SELECT 1 + 1 FROM DUAL', [[2]]],
    ['comments', 'SELECT /* one */ id -- two\nFROM customer WHERE id = 101', [[101]]],
  ])('%s', (_, sql, expected) => {
    expect(rows(sql)).toEqual(expected);
  });
});

describe('functions of SuiteQL give what Oracle gives (section_158513731864)', () => {
  test.each<[string, unknown]>([
    ["NVL(memo, 'none')", 'First'],
    ["NVL2(duedate, 'due', 'open')", 'due'],
    ["DECODE(status, 'A', 'Open', 'B', 'Paid', 'Other')", 'Open'],
    ["DECODE(closedate, NULL, 'open', 'closed')", 'open'],
    ['COALESCE(closedate, duedate)', '4/4/2026'],
    ["NULLIF(tranid, 'INV1')", null],
    ['GREATEST(1, 3, 2)', 3],
    ['LEAST(5, 3)', 3],
    ["TO_CHAR(trandate, 'YYYY-MM-DD')", '2026-03-05'],
    ["TO_CHAR(trandate, 'FMMonth DD, YYYY')", 'March 5, 2026'],
    ["TO_CHAR(trandate, 'Dy DD-MON-RR')", 'Thu 05-MAR-26'],
    ["TO_CHAR(lastmodifieddate, 'YYYY-MM-DD HH24:MI:SS')", '2026-03-05 10:00:00'],
    ["TO_CHAR(lastmodifieddate, 'HH:MI AM')", '10:00 AM'],
    ["TO_CHAR(1234.5, '999,990.00')", '   1,234.50'],
    ["TO_CHAR(1234.5, 'FM999,990.00')", '1,234.50'],
    ["TO_CHAR(-0.5, 'FM990.09')", '-0.5'],
    ["TO_CHAR(12345, '999')", '####'],
    ['TO_CHAR(0.5)', '.5'],
    ['TO_CHAR(trandate)', '3/5/2026'],
    ["TO_DATE('2026-02-28', 'YYYY-MM-DD') + 1", '3/1/2026'],
    ["TO_DATE('1/31/2026')", '1/31/2026'],
    ["TO_NUMBER('12.50')", 12.5],
    ["TO_DATE('05-Mar-2026', 'DD-MON-YYYY')", '3/5/2026'],
    ["TO_DATE('2026-03-05 06:00 pm', 'YYYY-MM-DD HH:MI am') - TRUNC(trandate)", 0.75],
    ["TO_CHAR(TO_TIMESTAMP('2026-03-05T09:07:05', 'YYYY-MM-DD\"T\"HH24:MI:SS'), 'HH24:MI:SS')", '09:07:05'],
    ["TRUNC(trandate, 'MM')", '3/1/2026'],
    ["TRUNC(trandate, 'Q')", '1/1/2026'],
    ["TO_CHAR(TRUNC(lastmodifieddate), 'HH24:MI')", '00:00'],
    ['TRUNC(-1.239, 2)', -1.23],
    ["ADD_MONTHS(TO_DATE('2026-01-31','YYYY-MM-DD'), 1)", '2/28/2026'],
    ["ADD_MONTHS(TO_DATE('2026-02-28','YYYY-MM-DD'), 1)", '3/31/2026'],
    ['LAST_DAY(trandate)', '3/31/2026'],
    ["MONTHS_BETWEEN(TO_DATE('2026-05-05','YYYY-MM-DD'), trandate)", 2],
    ["NEXT_DAY(trandate, 'MONDAY')", '3/9/2026'],
    ['EXTRACT(MONTH FROM trandate)', 3],
    ['duedate - trandate', 30],
    ["TO_CHAR(SYSDATE, 'YYYY-MM-DD HH24:MI')", '2026-03-31 10:30'],
    ['SUBSTR(tranid, 1, 3)', 'INV'],
    ['SUBSTR(tranid, -1)', '1'],
    ["INSTR('banana', 'an', 1, 2)", 4],
    ["INSTR('banana', 'a', -1)", 6],
    ["UPPER('straße é')", 'STRASSE É'],
    ["LOWER('ÀB')", 'àb'],
    ["INITCAP('open bill')", 'Open Bill'],
    ["LENGTH('abc')", 3],
    ["TRIM('  a ')", 'a'],
    ["LTRIM('xxa', 'x')", 'a'],
    ["RTRIM('a  ')", 'a'],
    ["REPLACE('a-b-c', '-')", 'abc'],
    ["REPLACE('a-b', '-', '+')", 'a+b'],
    ["LPAD('7', 3, '0')", '007'],
    ["RPAD('ab', 4)", 'ab  '],
    ["TRANSLATE('2KRW', '123', '9Z')", 'ZKRW'],
    ["REGEXP_REPLACE('INV-0012', '[^0-9]', '')", '0012'],
    ["REGEXP_SUBSTR('a1b22', '[[:digit:]]+', 1, 2)", '22'],
    ["REGEXP_INSTR('ab1', '[0-9]')", 3],
    ["tranid || '/' || closedate || memo", 'INV1/First'],
    ["'' || NULL", null],
    ['1 || 0.5', '1.5'],
    ['ROUND(2.345, 2)', 2.35],
    ['ROUND(-2.5)', -3],
    ['ROUND(1234, -2)', 1200],
    ['ABS(-4)', 4],
    ['MOD(11, 4)', 3],
    ['MOD(-11, 4)', -3],
    ['CEIL(1.1)', 2],
    ['FLOOR(-1.1)', -2],
    ['SIGN(-3)', -1],
    ['POWER(2, 10)', 1024],
    ['5 / 2', 2.5],
    ['5 - -3', 8],
    ['- (-3)', 3],
    ['5 - - - 3', 2],
    ['id - -1', 1002],
    ['0.1 + 0.2', 0.3],
    ['1.1 * 3', 3.3],
    ['BUILTIN.DF(entity)', 'C101 Acme, Inc. & Søns'],
    ['BUILTIN.DF(status)', 'Invoice : Open'],
    ['BUILTIN.DF(type)', 'Invoice'],
    ['BUILTIN.DF(postingperiod)', 'Mar 2026'],
    ['BUILTIN.DF(tranid)', 'INV1'],
    ['BUILTIN.CF(status)', 'CustInvc:A'],
    ["BUILTIN.RELATIVE_RANGES('LM', 'START')", '2/1/2026'],
    ["BUILTIN.RELATIVE_RANGES('LFY', 'END')", '12/31/2025'],
    ["DATE '2026-01-02'", '1/2/2026'],
  ])('%s', (expression, expected) => {
    expect(one(expression)).toEqual(expected);
  });

  test('REGEXP_LIKE is a condition', () => {
    expect(rows("SELECT id FROM transaction WHERE REGEXP_LIKE(tranid, '^inv\\d$', 'i') ORDER BY id")).toEqual([
      [1001],
      [1002],
    ]);
  });

  test('the name of a custom list value is found', () => {
    expect(rows('SELECT BUILTIN.DF(custrecord_crate_color) FROM customrecord_crate')).toEqual([['Blue']]);
  });

  test('an amount already in the currency of the target subsidiary needs no consolidation (article_1029114527)', () => {
    const sql =
      "SELECT SUM(BUILTIN.CONSOLIDATE(amount, 'LEDGER', 'DEFAULT', 'DEFAULT', 1, 7, 'DEFAULT')) FROM transactionaccountingline WHERE account = 40";
    expect(rows(sql)).toEqual([[-100.1]]);
    expect(() => rows(sql.replace("'DEFAULT', 1, 7", "'DEFAULT', 2, 7"))).toThrow(
      'does not support BUILTIN.CONSOLIDATE between',
    );
  });
});

describe('results are shown as NetSuite shows them', () => {
  test('names are lower case, an expression without a name is numbered (section_156257796125)', () => {
    const { columns } = runSuiteQL(
      account,
      null,
      'SELECT id AS myID, COUNT(*), MAX(tranid) FROM transaction GROUP BY id',
    );
    expect(columns.map(({ name }) => name)).toEqual(['myid', 'expr1', 'expr2']);
  });

  test('dates and moments come in the date format of the account, in its time zone', () => {
    expect(rows('SELECT trandate, createddate FROM transaction WHERE id = 1002')).toEqual([['3/20/2026', '3/20/2026']]);
  });

  test('sums are exact in decimal, also when compared', () => {
    const sql = 'SELECT entity FROM transaction GROUP BY entity HAVING SUM(foreigntotal) = 99.8';
    expect(rows('SELECT SUM(foreigntotal) FROM transaction')).toEqual([[300]]);
    expect(rows(sql)).toEqual([[101]]);
  });

  test('text ends after 4,000 bytes, at a whole character (section_N3352288)', () => {
    expect(rows('SELECT custrecord_crate_note FROM customrecord_crate')).toEqual([['é'.repeat(2000)]]);
  });

  test('a moment is compared by whole seconds in the time zone of the account', () => {
    const at = (operator: string) =>
      rows(
        `SELECT id FROM transaction WHERE lastmodifieddate ${operator} TO_DATE('2026-03-05 10:00:00', 'YYYY-MM-DD HH24:MI:SS') ORDER BY id`,
      );
    expect(at('=')).toEqual([[1001]]);
    expect(at('<=')).toEqual([[1001]]);
    expect(at('>=')).toEqual([[1001], [1002], [1003]]);
    expect(at('>')).toEqual([[1002], [1003]]);
    expect(at('<')).toEqual([]);
  });

  test('an empty text is null: it equals nothing', () => {
    expect(rows("SELECT id FROM customer WHERE email = ''")).toEqual([]);
    expect(rows('SELECT id FROM customer WHERE email = ?', '')).toEqual([]);
  });

  test('a range says whether there is more and how much there is', () => {
    const range = (limit: number, offset: number) => {
      const {
        rows: page,
        hasMore,
        totalResults,
      } = runSuiteQL(account, null, 'SELECT id FROM customer ORDER BY id', [], { limit, offset });
      return { page, hasMore, totalResults };
    };
    expect(range(2, 0)).toEqual({ page: [[101], [102]], hasMore: true, totalResults: 3 });
    expect(range(2, 2)).toEqual({ page: [[103]], hasMore: false, totalResults: 3 });
    expect(range(2, 4)).toEqual({ page: [], hasMore: false, totalResults: 3 });
  });
});

describe('parameters', () => {
  test('text, numbers and booleans are bound in order', () => {
    const sql = 'SELECT id FROM customer WHERE isinactive = ? AND id > ? AND companyname <> ?';
    expect(rows(sql, false, 101, 'x')).toEqual([[102]]);
  });

  test('they stand in functions, dates, IN and limits', () => {
    expect(
      rows(
        "SELECT id FROM transaction WHERE trandate >= TO_DATE(?, 'YYYY-MM-DD') AND id IN (?, ?) FETCH FIRST ? ROWS ONLY",
        '2026-03-20',
        1002,
        '1001',
        5,
      ),
    ).toEqual([[1002]]);
    expect(rows('SELECT id FROM customer WHERE ROWNUM <= ?', 1)).toEqual([[101]]);
    expect(one("NVL(?, 'x') || SUBSTR(?, ?)", 'a', 'bcd', 2)).toBe('acd');
  });

  test('one that is no text, number or boolean is SSS_INVALID_TYPE_ARG (section_157960542026)', () => {
    for (const wrong of [null, undefined, {}, [1], Number.NaN]) {
      expect(() => runSuiteQL(account, null, 'SELECT id FROM customer WHERE id = ?', [wrong])).toThrow(
        expect.objectContaining({ name: 'SSS_INVALID_TYPE_ARG' }),
      );
    }
  });

  test('too few or too many are refused', () => {
    expect(() => rows('SELECT id FROM customer WHERE id = ?')).toThrow('Invalid or unsupported search');
    expect(() => rows('SELECT id FROM customer', 1)).toThrow('Invalid or unsupported search');
  });
});
