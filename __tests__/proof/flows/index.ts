import { creditMemoCancelledInNueFlow } from './creditMemoCancelledInNue';
import { creditMemoChargedBackFlow } from './creditMemoChargedBack';
import { customerComesBackFlow } from './customerComesBack';
import { customerEditFlow } from './customerEdit';
import { customerUpdateFlow } from './customerUpdate';
import type { Flow } from './flow';
import { invoiceCancelledFlow } from './invoiceCancelled';
import { invoiceEditedFlow } from './invoiceEdited';
import { invoiceRepostedFlow } from './invoiceReposted';
import { missingCustomerFetchedFlow } from './missingCustomerFetched';
import { nueCreditMemoFlow } from './nueCreditMemo';
import { nueIntakeFlow } from './nueIntake';
import { releasedByAccountantFlow } from './releasedByAccountant';
import { settingsChangeFlow } from './settingsChange';
import { twoRunsFlow } from './twoRuns';
import { waitingInvoiceFlow } from './waitingInvoice';
import { withdrawalFlow } from './withdrawal';
import { wrongLinkFlow } from './wrongLink';
import { zuoraInvoiceFlow } from './zuoraInvoice';

/** Every flow in which every call is broken. A new one is a file here and a line in this list. */
export const flows: readonly Flow[] = [
  zuoraInvoiceFlow,
  nueIntakeFlow,
  customerUpdateFlow,
  waitingInvoiceFlow,
  withdrawalFlow,
  settingsChangeFlow,
  invoiceEditedFlow,
  invoiceRepostedFlow,
  invoiceCancelledFlow,
  nueCreditMemoFlow,
  creditMemoChargedBackFlow,
  customerEditFlow,
  creditMemoCancelledInNueFlow,
  missingCustomerFetchedFlow,
  customerComesBackFlow,
  wrongLinkFlow,
  releasedByAccountantFlow,
  twoRunsFlow,
];

export function flowNamed(name: string): Flow {
  const found = flows.find((flow) => flow.name === name);
  if (found === undefined)
    throw new Error(`There is no flow ${name}; there are ${flows.map((flow) => flow.name).join(', ')}.`);
  return found;
}
