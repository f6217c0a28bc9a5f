export { createExecutionCore } from './execution';
