import type { CallInput } from '../../src/index.ts';
import type { World } from '../jmessage/parity/passage.ts';

/** Makes what an operation needs to succeed, in an app of its own in which ann and n1 are registered; without an input its example will do. */
export type Makers = Record<string, (world: World) => CallInput | Promise<CallInput> | Promise<void>>;
