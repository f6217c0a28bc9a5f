import { executionPages } from './cases/execution';
import { describePages } from './harness/describePages';

describePages(executionPages);
