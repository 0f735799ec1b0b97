import type { CallOptions } from './options.ts';

/** An operation of a generated `operations` type. */
export interface DescribedOperation {
  parameters: { path?: unknown; query?: unknown };
  requestBody?: unknown;
  responses: unknown;
}

type SuccessStatus = 200 | 201 | 202 | 204;
type JsonOf<Answer> = Answer extends { content: { 'application/json': infer Body } } ? Body : undefined;
type BodyOf<Operation extends DescribedOperation> =
  NonNullable<Operation['requestBody']> extends { content: infer Content } ? Content[keyof Content] : never;
type RequiredKeys<Fields> = { [Key in keyof Fields]-?: undefined extends Fields[Key] ? never : Key }[keyof Fields];
type PartsOf<Operation extends DescribedOperation> = Pick<Operation['parameters'], 'path' | 'query'> &
  (undefined extends Operation['requestBody'] ? { body?: BodyOf<Operation> } : { body: BodyOf<Operation> });

/** What a call resolves to: the body of the success. A failure that comes with HTTP 200 is thrown. */
export type ResultOf<Operation extends DescribedOperation> = Exclude<
  JsonOf<Operation['responses'][keyof Operation['responses'] & SuccessStatus]>,
  { errorMessage: string }
>;

/** Path, query and body of a call, as far as the operation has them. */
export type InputOf<Operation extends DescribedOperation> =
  PartsOf<Operation> extends infer Parts
    ? { [Name in keyof Parts as [Parts[Name]] extends [undefined] ? never : Name]: Parts[Name] }
    : never;

/** A method that takes the fields of the body. */
export type BodyMethod<Operation extends DescribedOperation> = undefined extends Operation['requestBody']
  ? (body?: BodyOf<Operation>, options?: CallOptions) => Promise<ResultOf<Operation>>
  : (body: BodyOf<Operation>, options?: CallOptions) => Promise<ResultOf<Operation>>;

/** A method that takes path, query and body. */
export type InputMethod<Operation extends DescribedOperation, Options = CallOptions> = [RequiredKeys<InputOf<Operation>>] extends [never]
  ? (input?: InputOf<Operation>, options?: Options) => Promise<ResultOf<Operation>>
  : (input: InputOf<Operation>, options?: Options) => Promise<ResultOf<Operation>>;
