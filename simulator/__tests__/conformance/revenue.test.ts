import { revenuePages } from './cases/revenue';
import { describePages } from './harness/describePages';

describePages(revenuePages);
