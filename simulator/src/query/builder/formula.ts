import { searchError } from '../errors';
import type { Components } from './components';

/**
 * SQL of a formula: `{field}` of its own component, or `{customer.salesrep.email}`, the whole trail from the root, with
 * `^` before the target of a polymorphic join and `<` before the source of an inverse one; blanks and parentheses in a
 * trail mean nothing (section_1536750827). `{field#display}` is the field's name for people.
 */
export function formulaSql(formula: string, component: number, components: Components): string {
  return formula.replace(/\{([^{}]*)\}/g, (_, trail: string) => trailSql(trail, component, components));
}

function trailSql(trail: string, component: number, components: Components): string {
  const [path = '', context = ''] = trail.replace(/[\s()]/g, '').split('#');
  const steps = path.split('.');
  const fieldId = steps.pop() ?? '';
  if (fieldId === '') throw searchError(`Invalid formula: {${trail}}`);
  let at = component;
  if (steps.length > 0) {
    at = 0;
    if (steps[0]?.toLowerCase() === components.root) steps.shift();
    for (const step of steps) at = joinOf(step, at, components);
  }
  const { sql } = components.field(at, fieldId);
  return context.toLowerCase() === 'display' ? `BUILTIN.DF(${sql})` : sql;
}

function joinOf(step: string, parent: number, components: Components): number {
  const [field = '', target] = step.split('^');
  if (target !== undefined) return components.joined(parent, 'to', field, target);
  const [joining = '', source] = step.split('<');
  if (source !== undefined) return components.joined(parent, 'from', joining, source);
  return components.joined(parent, 'auto', step, null);
}
