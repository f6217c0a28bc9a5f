import { runSuiteQL } from '../../src/query/run';
import { administrator, testAccount } from './testAccount';

test("a transaction's sales representative is the employee of SuiteQL's transaction, with a name to show", () => {
  const account = testAccount();
  const item = account.item();
  const order = account.create('salesorder', { entity: account.customer(), salesrep: '2' });
  account.addLine(order, 'item', { item, quantity: 1, rate: 10 });
  const id = account.save(order);
  expect(account.load('salesorder', id).fields.salesrep).toBe('2');
  const sql = 'SELECT employee, BUILTIN.DF(employee) AS name FROM transaction WHERE id = ?';
  expect(runSuiteQL(account.account, administrator, sql, [Number(id)]).rows).toEqual([[2, 'Ada Accountant']]);
});
