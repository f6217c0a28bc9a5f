import { determinismPages } from './cases/determinism';
import { describePages } from './harness/describePages';

describePages(determinismPages);
