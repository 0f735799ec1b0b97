import type { Services } from './context.ts';
import { destroyDueChatrooms, destructionQueue } from './domain/chatrooms/destruction.ts';
import { type Worker, workOn } from './domain/jobs.ts';

/** Every queue and what does its jobs. */
export function workersOf(services: Services): Worker[] {
  return [workOn(destructionQueue, () => destroyDueChatrooms(services))];
}
