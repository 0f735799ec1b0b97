import type { Api, ApiOperation } from './api.ts';
import { type Caller, createCaller, type Target } from './caller.ts';
import { derivedCases, exampleInput, parameterErrors } from './cases.ts';
import { type Answer, errorCode } from './check.ts';
import { contentOf, urlOf } from './request.ts';

export interface CheckResult {
  operation: string;
  /** What was tried: `example`, `wrong credentials`, `userId missing`. */
  check: string;
  /** Why it failed; undefined when it passed. */
  failure: string | undefined;
}

/** Seconds. */
const longestWait = 60;

/**
 * Tries every operation of the dialect against a server, one call after the other: its example, wrong credentials, every derived
 * wrong request. A call that the rate limit refuses is made once more when the server says, if that is within a minute.
 */
export async function* runContract(target: Target): AsyncGenerator<CheckResult> {
  const caller = createPatientCaller(target);
  const stranger = createPatientCaller(withWrongSecret(target));
  for (const operation of caller.api.operations) {
    const result = (check: string, failure: string | undefined): CheckResult => ({ operation: operation.id, check, failure });
    yield result('example', await attempt(() => example(caller, operation)));
    yield result('wrong credentials', await attempt(() => wrongCredentials(stranger, operation)));
    for (const { title, input } of derivedCases(caller.api, operation)) {
      yield result(title, await attempt(async () => expectParameterError(caller.api, await caller.call(operation.id, input))));
    }
  }
}

function withWrongSecret(target: Target): Target {
  if (target.dialect === 'admin') return { ...target, adminKey: `${target.adminKey}x` };
  return { ...target, app: { ...target.app, appSecret: `${target.app.appSecret}x` } };
}

function createPatientCaller(target: Target): Caller {
  const caller = createCaller(target);
  const patiently = async (call: () => Promise<Answer>): Promise<Answer> => {
    const answer = await call();
    const seconds = Number(answer.headers.get('retry-after') ?? 1);
    if (answer.status !== 429 || seconds > longestWait) return answer;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    return call();
  };
  return {
    ...caller,
    call: (operationId, input) => patiently(() => caller.call(operationId, input)),
    fetch: (path, request) => patiently(() => caller.fetch(path, request)),
  };
}

/** Any answer that the document describes will do: what the example names need not exist on the server. */
async function example(caller: Caller, operation: ApiOperation): Promise<string | undefined> {
  const { status } = await caller.call(operation.id, exampleInput(operation));
  return status >= 500 ? `answered ${status}` : undefined;
}

async function wrongCredentials(stranger: Caller, operation: ApiOperation): Promise<string | undefined> {
  const input = exampleInput(operation);
  const content = contentOf(operation, input.body);
  const headers = { ...(await stranger.credentials()), ...content.headers };
  const { status } = await stranger.fetch(urlOf(operation, input), { method: operation.method, ...content, headers });
  return status === 401 ? undefined : `answered ${status} instead of 401`;
}

function expectParameterError(api: Api, { status, body }: Answer): string | undefined {
  if (status >= 400 && parameterErrors(api).includes(errorCode(api, body) ?? '')) return undefined;
  return `answered ${status} ${JSON.stringify(body)?.slice(0, 200)} instead of ${parameterErrors(api).join(' or ')}`;
}

async function attempt(check: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await check();
  } catch (error) {
    const { message, cause } = error as Error & { cause?: Error };
    return cause ? `${message}: ${cause.message}` : message;
  }
}
