/** Every operation lists the errors that are its own, each with code (a number, or a word), HTTP status and occasion. */
function operationErrors() {
  return {
    Operation: (operation, { report, location }) => {
      const errors = operation['x-errors'];
      const isCode = (code) => Number.isInteger(code) || /^[a-z_]+$/.test(code);
      const complete = (error) => isCode(error.code) && Number.isInteger(error.http) && typeof error.when === 'string';
      if (Array.isArray(errors) && errors.every(complete)) return;
      report({ message: 'An operation lists its errors in x-errors as {code, http, when}.', location });
    },
  };
}

/** Every operation names its rate limit: points per seconds and what counts as a point; an empty list says that there is none. */
function operationRateLimit() {
  return {
    Operation: (operation, { report, location }) => {
      const limits = [operation['x-rate-limit']].flat();
      const complete = (limit) => limit && limit.points > 0 && limit.seconds > 0 && typeof limit.unit === 'string';
      if (limits.every(complete)) return;
      report({ message: 'An operation names its limit in x-rate-limit as {points, seconds, unit}.', location });
    },
  };
}

/** Request bodies and successful answers carry an example named `default`; redocly checks that it fits the schema. */
function operationExamples() {
  const check = ({ report, location }, media, where) => {
    if (media && !media.examples?.default) report({ message: `The ${where} needs an example named default.`, location });
  };
  return {
    Operation: (operation, context) => {
      for (const media of Object.values(context.resolve(operation.requestBody ?? {}).node?.content ?? {}))
        check(context, media, 'request body');
      for (const [status, response] of Object.entries(operation.responses ?? {})) {
        if (!status.startsWith('2')) continue;
        for (const media of Object.values(context.resolve(response).node?.content ?? {})) check(context, media, `${status} answer`);
      }
    },
  };
}

const verbs =
  /^(add|batch|block|broadcast|cancel|change|check|clean|clear|close|create|deactivate|delete|demote|destroy|dismiss|download|enable|expire|get|join|keep|kick|list|mute|open|publish|push|query|quit|reactivate|recall|receive|refresh|register|remove|retract|rotate|schedule|send|set|silence|stop|sync|transfer|unblock|unmute|update|upload)[A-Z]/;

/** operationId is verb and noun; the summary is one line in sentence case without a full stop. */
function operationWords() {
  return {
    Operation: (operation, { report, location }) => {
      if (!verbs.test(operation.operationId ?? ''))
        report({ message: 'operationId is a verb and a noun in camelCase.', location: location.child('operationId') });
      if (!/^[A-Z][^\n]{5,70}[^.\n]$/.test(operation.summary ?? ''))
        report({ message: 'summary is one line of 7 to 72 characters without a full stop.', location: location.child('summary') });
      if ((operation.description ?? '').length < 20)
        report({ message: 'description teaches: what happens, what does not, what to expect.', location });
    },
  };
}

/** A property that is a scalar shows an example, says its values by `const`, or refers to a schema that does. */
function scalarExamples() {
  return {
    SchemaProperties: (properties, { report, location }) => {
      for (const [name, schema] of Object.entries(properties)) {
        const scalar = ['string', 'integer', 'number', 'boolean'].includes(schema.type);
        if (scalar && schema.examples === undefined && schema.const === undefined)
          report({ message: `Property ${name} needs examples.`, location: location.child(name) });
      }
    },
  };
}

/** Nobody should have to read a regular expression to learn what was wrong with a value: each pattern says it in words. */
function patternWords() {
  return {
    Schema: (schema, { report, location }) => {
      const words = schema['x-pattern-words'];
      if (schema.pattern === undefined && words !== undefined) report({ message: 'x-pattern-words stands beside a pattern.', location });
      if (schema.pattern !== undefined && !/^must .{5,100}[^.]$/.test(words ?? ''))
        report({ message: 'A pattern has words beside it, x-pattern-words, that begin with "must".', location: location.child('pattern') });
    },
  };
}

export const operationRules = {
  'operation-errors': operationErrors,
  'operation-rate-limit': operationRateLimit,
  'operation-examples': operationExamples,
  'operation-words': operationWords,
  'scalar-examples': scalarExamples,
  'pattern-words': patternWords,
};
