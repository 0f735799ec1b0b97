export { type Api, type ApiOperation, type Code, type DialectName, dialectNames, loadApi } from './api.ts';
export { type Caller, createCaller, type RawRequest, type Target } from './caller.ts';
export { type Case, derivedCases, exampleInput, parameterErrors } from './cases.ts';
export { type Answer, ContractViolation } from './check.ts';
export { type AppCredentials, credentialHeaders, type Identity } from './credentials.ts';
export { Ledger } from './ledger.ts';
export type { CallInput } from './request.ts';
