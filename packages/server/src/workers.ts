import type { Services } from './context.ts';
import { broadcastSweepQueue, sweepBroadcasts } from './domain/broadcasts/sweep.ts';
import { destroyDueChatrooms, destructionQueue } from './domain/chatrooms/destruction.ts';
import { keptAnswerSweepQueue, sweepKeptAnswers } from './domain/idempotency.ts';
import { type Worker, workOn } from './domain/jobs.ts';
import { listBlockSweepQueue, sweepListBlocks } from './domain/list-blocks.ts';
import { deleteOldMessages, messageSweepQueue } from './domain/messages/old-messages.ts';
import { deliverPush } from './domain/push/delivery.ts';
import { pushQueue } from './domain/push/tasks.ts';
import { messageWebhookQueue } from './domain/webhooks/messages.ts';
import { callMessageWebhook } from './rongcloud/message-webhook.ts';

/** Every queue and what does its jobs. */
export function workersOf(services: Services): Worker[] {
  return [
    workOn(destructionQueue, () => destroyDueChatrooms(services)),
    workOn(broadcastSweepQueue, () => sweepBroadcasts(services)),
    workOn(keptAnswerSweepQueue, () => sweepKeptAnswers(services)),
    workOn(listBlockSweepQueue, () => sweepListBlocks(services)),
    workOn(messageSweepQueue, () => deleteOldMessages(services)),
    workOn(pushQueue, (task, signal) => deliverPush(services, task, signal)),
    workOn(messageWebhookQueue, (event, signal) => callMessageWebhook(services, event, signal)),
  ];
}
