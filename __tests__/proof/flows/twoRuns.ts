import { nueInvoice } from '../../integration/support/invoices';
import { observeBooks } from '../world/books';
import { callUntilAcknowledged, documentsCall, settingsChange } from '../world/outside';
import { recover } from '../world/recover';
import type { Flow } from './flow';

/** Two deployments of the queue start at the same moment, with the same invoices before them. */
export const twoRunsFlow: Flow = {
  name: 'two-runs',
  kind: 'concurrent runs',
  prepare: async (ground) => {
    await callUntilAcknowledged(ground, [documentsCall('nue', [{ kind: 'invoice', data: nueInvoice('first') }])]);
    await recover(ground.account);
    await callUntilAcknowledged(ground, [settingsChange('nue', { settings: { scheduledMode: true } })]);
    // Else acceptance would take the schedules for dead and start a run itself.
    await ground.account.run({ script: 'customscript_obc_post', deployment: 'customdeploy_obc_post_20' });
    const invoices = ['second', 'third'].map((id) => ({ kind: 'invoice', data: nueInvoice(id) }));
    await callUntilAcknowledged(ground, [documentsCall('nue', invoices)]);
  },
  act: async ({ account }) => {
    const start = account.hold();
    const runs = ['customdeploy_obc_post_00', 'customdeploy_obc_post_10'].map((deployment) =>
      account.run({ script: 'customscript_obc_post', deployment }),
    );
    start();
    await Promise.all(runs);
    await account.idle();
  },
  observe: ({ account }) => observeBooks(account),
};
