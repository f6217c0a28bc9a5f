import { ordersPages } from './cases/orders';
import { describePages } from './harness/describePages';

describePages(ordersPages);
