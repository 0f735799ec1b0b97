import { operationRules } from './operation-rules.js';

/** Our own lint rules, on top of Redocly's strictest set. */
export default function diglot() {
  return {
    id: 'diglot',
    rules: { oas3: operationRules },
    configs: {
      strict: {
        rules: {
          'diglot/operation-errors': 'error',
          'diglot/operation-rate-limit': 'error',
          'diglot/operation-examples': 'error',
          'diglot/operation-words': 'error',
          'diglot/scalar-examples': 'error',
          'diglot/pattern-words': 'error',
        },
      },
    },
  };
}
