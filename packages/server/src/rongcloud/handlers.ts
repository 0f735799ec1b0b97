import type { rongcloud } from '@diglot/api';
import type { Handlers } from '../http/dialect.ts';
import { chatroom } from './chatroom.ts';
import { chatroomUser } from './chatroom-user.ts';
import { group } from './group.ts';
import { keepalive } from './keepalive.ts';
import { message } from './message.ts';
import { user } from './user.ts';

/** Every operation of the document, section by section; the compiler counts them. */
export const handlers: Handlers<rongcloud.operations> = { ...user, ...group, ...message, ...chatroom, ...keepalive, ...chatroomUser };
