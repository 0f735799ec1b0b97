import type { MessageDraft, MessageOptions } from '../domain/messages/draft.ts';
import { readMsgRandom } from './msg-random.ts';

/** Fields that sends have in common; each operation has those that its document names. */
export interface SharedFields {
  fromUserId: string;
  objectName: string;
  content: string;
  isIncludeSender?: 0 | 1;
  isPersisted?: 0 | 1;
  isCounted?: 0 | 1;
  contentAvailable?: 0 | 1;
  disableUpdateLastMsg?: boolean;
  needReadReceipt?: 0 | 1;
  msgRandom?: string | number;
}

/** The draft of a send, whose own options come before those it has in common with others. Fails with `parameter-invalid`. */
export function readDraft(body: SharedFields, own: MessageOptions = {}): MessageDraft {
  return {
    senderId: body.fromUserId,
    objectName: body.objectName,
    content: body.content,
    random: readMsgRandom(body.msgRandom),
    options: {
      unpersisted: body.isPersisted === 0 || undefined,
      uncounted: body.isCounted === 0 || undefined,
      includeSender: body.isIncludeSender === 1 || undefined,
      contentAvailable: body.contentAvailable === 1 || undefined,
      disableUpdateLastMsg: body.disableUpdateLastMsg || undefined,
      needReadReceipt: body.needReadReceipt === 1 || undefined,
      ...own,
    },
  };
}
