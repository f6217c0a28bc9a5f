import { receivablesPages } from './cases/receivables';
import { describePages } from './harness/describePages';

describePages(receivablesPages);
