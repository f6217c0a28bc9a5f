import { readingPages } from './cases/reading';
import { describePages } from './harness/describePages';

describePages(readingPages);
