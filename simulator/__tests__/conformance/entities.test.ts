import { entityPages } from './cases/entities';
import { describePages } from './harness/describePages';

describePages(entityPages);
