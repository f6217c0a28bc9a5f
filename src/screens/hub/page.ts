import * as format from 'N/format';
import * as runtime from 'N/runtime';
import * as serverWidget from 'N/ui/serverWidget';
import * as url from 'N/url';
import { decimal, fixed } from '../../documents/decimal';
import { recordUrl } from '../../netsuite/recordLinks';
import { TRANSFER_TYPE } from '../../transfers/store/columns';
import { countByStatus, findTransfers } from '../../transfers/store/views';
import { HUB_PAGE_SIZE, readHubQuery } from './query';
import { pagerHtml, statusBarHtml } from './statusBar';
import { tableHtml } from './table';
import { type HubEdge, hubView } from './viewModel';

/**
 * The transaction hub: what arrived, newest first, with its status, its NetSuite record, and why it is not transferred.
 * 30 units a page.
 */
export function showHub(parameters: Readonly<Record<string, string | undefined>>): serverWidget.Form {
  const query = readHubQuery(parameters);
  const scope = {
    ...(query.connection === null ? {} : { connection: query.connection }),
    ...(query.kind === null ? {} : { kind: query.kind }),
  };
  const { transfers, total } = findTransfers(
    { ...scope, ...(query.status === null ? {} : { status: query.status }) },
    query.page,
    HUB_PAGE_SIZE,
  );
  const view = hubView(query, { transfers, total, counts: countByStatus(scope) }, edge());

  const form = serverWidget.createForm({ title: 'Transaction Hub' });
  html(form, 'custpage_statuses', statusBarHtml(view));
  html(form, 'custpage_pages', pagerHtml(view));
  html(form, 'custpage_transfers', tableHtml(view));
  return form;
}

function html(form: serverWidget.Form, id: string, content: string): void {
  form.addField({ id, label: ' ', type: serverWidget.FieldType.INLINEHTML }).defaultValue = content;
}

function edge(): HubEdge {
  const script = runtime.getCurrentScript();
  return {
    base: url.resolveScript({ scriptId: script.id, deploymentId: script.deploymentId }),
    transferAddress: (transfer) => recordUrl(TRANSFER_TYPE, String(transfer)),
    showTime: (time) =>
      time === '' ? '' : String(format.format({ value: new Date(time), type: format.Type.DATETIME })),
    showAmount: (amount) => fixed(decimal(amount), 2),
  };
}
