import { strFromU8, unzipSync } from 'fflate';
import type { Fact, Facts, World } from './passage.ts';

/** A message in the words of each dialect, as an app of that dialect sends it and as one of the other sees it. */
interface Form {
  sent: { msg_type: string; msg_body: object };
  seen: { objectName: string; content: object };
  sentThere: { objectName: string; content: object | string };
  seenHere: { msg_type: string; msg_body: object };
}

const extras = { mood: '😀', list: [1, null, { 深: '👩‍👩‍👧' }] };
const media = { media_id: 'qiniu/file/a/2745EACC984972A4', media_crc32: 2778919613, fsize: 3328738 };
const thumb = { ...media, width: 72, height: 72, format: 'png' };

/** Types that the other dialect does not have keep their body under a name of ours, and come as custom messages from there. */
const kept = (msg_type: string, msg_body: object, objectName: string, content: object | string): Form => ({
  sent: { msg_type, msg_body },
  seen: { objectName: `JM:${msg_type[0]!.toUpperCase()}${msg_type.slice(1)}`, content: msg_body },
  sentThere: { objectName, content },
  seenHere: { msg_type: 'custom', msg_body: { objectName, content } },
});

/** Types of both. */
const shared = (msg_type: string, msg_body: object, objectName: string, content: object): Form => ({
  sent: { msg_type, msg_body },
  seen: { objectName, content },
  sentThere: { objectName, content },
  seenHere: { msg_type, msg_body },
});

/** What of extras is no text comes from the other dialect as one: official SDKs read nothing else. */
const plain = { ...extras, list: JSON.stringify(extras.list) };

const forms: Record<string, Form> = {
  text: {
    ...shared('text', { text: '你好 😀', extras }, 'RC:TxtMsg', { content: '你好 😀', extra: JSON.stringify(extras) }),
    seenHere: { msg_type: 'text', msg_body: { text: '你好 😀', extras: plain } },
  },
  location: shared('location', { latitude: 22.54, longitude: -114.06, scale: 500, label: '港😀' }, 'RC:LBSMsg', {
    content: '',
    latitude: 22.54,
    longitude: -114.06,
    poi: '港😀',
    extra: '{"scale":500}',
  }),
  image: kept('image', { ...thumb, hash: 'FoYn15bAGRUM9gZC', extras }, 'RC:ImgMsg', {
    content: '/9j/4AAQ',
    imageUri: 'https://example.com/😀.jpg',
  }),
  voice: kept('voice', { ...media, duration: 6 }, 'RC:HQVCMsg', { remoteUrl: 'https://example.com/a.aac', duration: 6, extra: '😀' }),
  file: kept('file', { ...media, fname: '纪要😀.pdf' }, 'RC:FileMsg', {
    name: '纪要😀.pdf',
    size: 3328738,
    type: 'pdf',
    fileUrl: 'https://example.com/m.pdf',
  }),
  video: kept('video', { duration: 10, video: { ...media, fname: '😀' }, thumb }, 'RC:SightMsg', {
    sightUrl: 'https://example.com/v.mp4',
    content: '',
    duration: 10,
    size: '2900883',
    name: '😀.mp4',
  }),
  custom: kept('custom', { '😀': { '': [null, '👩‍👩‍👧', 2 ** 53 - 1, -1.5] } }, 'App:Gift', '😀 no JSON {'),
};

const hour = 60 * 60_000;
/** In the default zone. */
const local = (time: number) => new Date(time + 8 * hour).toISOString();

interface Logged {
  targetId: string;
  classname: string;
  content: object;
}

/** What went to the target in this hour, which is over then: RongCloud gives its messages as the log of an hour. */
async function seenThere({ on, rc }: World, targetId: string): Promise<object[]> {
  const date = local(on.clock.now()).slice(0, 13).replaceAll(/\D/g, '');
  on.clock.advance(hour);
  const { url } = await rc<{ url: string }>('getHistoryLog', { date });
  if (url === '') return [];
  const files = Object.values(unzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer())));
  const lines = files.flatMap((file) => strFromU8(file).trim().split('\n'));
  // Before the JSON stands the time.
  const logged = lines.map((line) => JSON.parse(line.slice('2026/01/31 10:38:19 '.length)) as Logged);
  return logged.filter((one) => one.targetId === targetId).map(({ classname, content }) => ({ objectName: classname, content }));
}

async function seenHere({ on, jm }: World, targetId: string): Promise<object[]> {
  const [begin_time, end_time] = [-hour, hour].map((off) =>
    local(on.clock.now() + off)
      .slice(0, 19)
      .replace('T', ' '),
  );
  const query = { count: 1000, begin_time, end_time };
  const { messages } = await jm<{ messages: { target_id: string; msg_type: string; msg_body: object }[] }>('listMessages', { query });
  return messages.filter((one) => one.target_id === targetId).map(({ msg_type, msg_body }) => ({ msg_type, msg_body }));
}

const target = (target_type: string, target_id: unknown) => ({ version: 1, target_type, target_id, from_type: 'admin', from_id: 'boss' });

const textOf = (content: object | string) => (typeof content === 'string' ? content : JSON.stringify(content));

function messageOf(form: Form): Fact {
  return {
    toRongcloud: async (world) => {
      await world.register();
      const body = { ...target('single', world.name), ...form.sent };
      return { act: () => world.jm('sendMessage', { body }), see: () => seenThere(world, world.name), is: [form.seen] };
    },
    toJmessage: (world) => {
      const { objectName, content } = form.sentThere;
      const message = { fromUserId: 'boss', toUserId: [world.name], objectName, content: textOf(content) };
      return { act: () => world.rc('publishPrivateMessage', message), see: () => seenHere(world, world.name), is: [form.seenHere] };
    },
  };
}

export const messageFacts: Facts = {
  ...Object.fromEntries(Object.entries(forms).map(([type, form]) => [`a message of type ${type}`, messageOf(form)])),

  'a message to a group': {
    toRongcloud: async (world) => {
      await world.rc('createGroup', { groupId: world.name, groupName: world.name, userId: ['ann1'] });
      const groups = await world.jm<{ gid: number; name: string }[]>('listUserGroups', { path: { username: 'ann1' } });
      const { gid } = groups.find(({ name }) => name === world.name)!;
      const body = { ...target('group', gid), ...forms.text!.sent };
      return {
        act: () => world.jm('sendMessage', { body }),
        see: () => seenThere(world, world.name),
        is: [forms.text!.seen],
      };
    },
    toJmessage: async (world) => {
      const { gid } = await world.jm<{ gid: number }>('createGroup', { body: { owner_username: 'ann1', name: world.name } });
      const { objectName, content } = forms.text!.sentThere;
      const message = { fromUserId: 'boss', toGroupId: [String(gid)], objectName, content: textOf(content) };
      return {
        act: () => world.rc('publishGroupMessage', message),
        see: () => seenHere(world, String(gid)),
        is: [forms.text!.seenHere],
      };
    },
  },

  'a message to a chatroom': {
    toRongcloud: async (world) => {
      await world.rc('createChatroom', { chatroomId: world.name, destroyTime: 10_080 });
      const { id } = (await world.jm<{ rooms: { id: number }[] }>('listChatrooms')).rooms.at(-1)!;
      const body = { ...target('chatroom', id), ...forms.text!.sent };
      return {
        act: () => world.jm('sendMessage', { body }),
        see: () => seenThere(world, world.name),
        is: [forms.text!.seen],
      };
    },
    toJmessage: async (world) => {
      const room = { owner_username: 'ann1', name: world.name };
      const { chatroom_id } = await world.jm<{ chatroom_id: number }>('createChatroom', { body: room });
      const { objectName, content } = forms.text!.sentThere;
      const message = { fromUserId: 'boss', toChatroomId: [String(chatroom_id)], objectName, content: textOf(content) };
      return {
        act: () => world.rc('publishChatroomMessage', message),
        see: () => seenHere(world, String(chatroom_id)),
        is: [forms.text!.seenHere],
      };
    },
  },
};
