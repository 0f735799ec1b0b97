import type { jmessage } from '@diglot/api';
import type { Handlers } from '../http/dialect.ts';
import { chatroom } from './chatroom.ts';
import { crossApp } from './cross-app.ts';
import { friend } from './friend.ts';
import { group } from './group.ts';
import { groupOwner } from './group-owner.ts';
import { media } from './media.ts';
import { message } from './message.ts';
import { messageHistory } from './message-history.ts';
import { sdkRegister } from './sdk-register.ts';
import { sensitiveWord } from './sensitive-word.ts';
import { user } from './user.ts';

/** Every operation of the document, section by section; the compiler counts them. */
export const handlers: Handlers<jmessage.operations> = {
  ...user,
  ...group,
  ...chatroom,
  ...message,
  ...messageHistory,
  ...media,
  ...sensitiveWord,
  ...sdkRegister,
  ...friend,
  ...group,
  ...groupOwner,
  ...chatroom,
  ...crossApp,
  ...message,
  ...media,
  ...sensitiveWord,
  ...sdkRegister,
};
