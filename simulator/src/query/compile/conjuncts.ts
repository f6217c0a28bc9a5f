import type { Expression } from '../language/ast';

/** The conditions that AND joins, from left to right. */
export function conjuncts(expression: Expression): Expression[] {
  return expression.kind === 'and' ? [...conjuncts(expression.left), ...conjuncts(expression.right)] : [expression];
}
