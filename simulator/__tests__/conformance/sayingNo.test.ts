import { sayingNoPages } from './cases/sayingNo';
import { describePages } from './harness/describePages';

describePages(sayingNoPages);
