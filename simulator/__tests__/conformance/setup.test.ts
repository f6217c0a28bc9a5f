import { setupPages } from './cases/setup';
import { describePages } from './harness/describePages';

describePages(setupPages);
