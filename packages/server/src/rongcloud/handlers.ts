import type { rongcloud } from '@diglot/api';
import type { Handlers } from '../http/dialect.ts';
import { broadcast } from './broadcast.ts';
import { chatroom } from './chatroom.ts';
import { chatroomKv } from './chatroom-kv.ts';
import { chatroomMessage } from './chatroom-message.ts';
import { chatroomPriority } from './chatroom-priority.ts';
import { chatroomUser } from './chatroom-user.ts';
import { chatroomWhitelist } from './chatroom-whitelist.ts';
import { conversation } from './conversation.ts';
import { group } from './group.ts';
import { groupMute } from './group-mute.ts';
import { keepalive } from './keepalive.ts';
import { message } from './message.ts';
import { messageExpansion } from './message-expansion.ts';
import { messageHistory } from './message-history.ts';
import { messageRecall } from './message-recall.ts';
import { messageTemplate } from './message-template.ts';
import { push } from './push.ts';
import { pushNotification } from './push-notification.ts';
import { sensitiveWord } from './sensitive-word.ts';
import { statusMessage } from './status-message.ts';
import { systemNotification } from './system-notification.ts';
import { user } from './user.ts';
import { userLists } from './user-lists.ts';

/** Those that apps' servers answer. */
type Webhooks = 'receiveMessage';

/** Every operation of the document, section by section; the compiler counts them. */
export const handlers: Handlers<Omit<rongcloud.operations, Webhooks>> = {
  ...user,
  ...userLists,
  ...group,
  ...groupMute,
  ...conversation,
  ...pushNotification,
  ...message,
  ...messageTemplate,
  ...statusMessage,
  ...chatroomMessage,
  ...systemNotification,
  ...broadcast,
  ...push,
  ...messageExpansion,
  ...messageRecall,
  ...messageHistory,
  ...chatroom,
  ...keepalive,
  ...chatroomUser,
  ...chatroomKv,
  ...chatroomPriority,
  ...chatroomWhitelist,
  ...sensitiveWord,
};
