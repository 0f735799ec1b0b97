import { describe, expect, test } from 'vitest';
import { type StoredForm, toStored, toWire, type WireForm } from '../src/jmessage/message-body.ts';

const extras = { a: null, nested: { list: [1, 'two', { deep: [] }], empty: {} }, 表: '😀', '': '' };
const media = { media_id: 'qiniu/image/CE0ACD035CBF71F8', media_crc32: 2778919613, fsize: 3328738 };

describe('a body of this dialect', () => {
  const cases: [title: string, wire: WireForm, objectName: string, content: object][] = [
    ['text', { msg_type: 'text', msg_body: { text: 'Hi' } }, 'RC:TxtMsg', { content: 'Hi' }],
    ['text with no extras in it', { msg_type: 'text', msg_body: { text: 'Hi', extras: {} } }, 'RC:TxtMsg', { content: 'Hi', extra: '{}' }],
    ['text with extras', { msg_type: 'text', msg_body: { text: '', extras: { a: 1 } } }, 'RC:TxtMsg', { content: '', extra: '{"a":1}' }],
    [
      'extras that look like another message',
      { msg_type: 'text', msg_body: { text: 'Hi', extras: { extra: '{}', content: 'c' } } },
      'RC:TxtMsg',
      { content: 'Hi', extra: '{"extra":"{}","content":"c"}' },
    ],
    ['text with a key of its own', { msg_type: 'text', msg_body: { text: 'Hi', n: 1 } }, 'JM:Text', { text: 'Hi', n: 1 }],
    [
      'location',
      { msg_type: 'location', msg_body: { latitude: 111.2, longitude: -22.3, scale: 500, label: 'here' } },
      'RC:LBSMsg',
      { content: '', latitude: 111.2, longitude: -22.3, poi: 'here', extra: '{"scale":500}' },
    ],
    [
      'location with extras',
      { msg_type: 'location', msg_body: { latitude: 1, longitude: 2, scale: 0, label: '', extras: {} } },
      'RC:LBSMsg',
      { content: '', latitude: 1, longitude: 2, poi: '', extra: '{"scale":0,"extras":{}}' },
    ],
    [
      'location with a key of its own',
      { msg_type: 'location', msg_body: { latitude: 1, longitude: 2, scale: 3, label: 'x', poi: 'y' } },
      'JM:Location',
      { latitude: 1, longitude: 2, scale: 3, label: 'x', poi: 'y' },
    ],
    ...(['image', 'voice', 'file', 'video', 'custom'] as const).map((msg_type): (typeof cases)[number] => [
      msg_type,
      { msg_type, msg_body: { ...media, extras } },
      `JM:${msg_type[0]!.toUpperCase()}${msg_type.slice(1)}`,
      { ...media, extras },
    ]),
  ];

  test.each(cases)('%s is stored so and comes back as it was', (_, wire, objectName, content) => {
    const stored = toStored(wire);
    expect({ ...stored, content: JSON.parse(stored.content) }).toEqual({ objectName, content });
    expect(toWire(stored)).toEqual(wire);
  });

  test('of any type comes back as it was, whatever is in it', () => {
    const random = randomFrom(20260131);
    for (let round = 0; round < 2000; round++) {
      const wire = randomWire(random);
      expect(toWire(toStored(wire))).toEqual(wire);
    }
  });
});

describe('a message of the other dialect', () => {
  const cases: [title: string, stored: StoredForm, wire: WireForm][] = [
    ['text', { objectName: 'RC:TxtMsg', content: '{"content":"Hi"}' }, { msg_type: 'text', msg_body: { text: 'Hi' } }],
    [
      'text with an extra that is not JSON',
      { objectName: 'RC:TxtMsg', content: '{"content":"Hi","extra":""}' },
      { msg_type: 'text', msg_body: { text: 'Hi', extras: { extra: '' } } },
    ],
    [
      'text that mentions',
      { objectName: 'RC:TxtMsg', content: '{"content":"@A","extra":"{}","mentionedInfo":{"type":1}}' },
      { msg_type: 'text', msg_body: { text: '@A', extras: { extra: '{}', mentionedInfo: { type: 1 } } } },
    ],
    [
      'text without its text',
      { objectName: 'RC:TxtMsg', content: '{"extra":"x"}' },
      { msg_type: 'custom', msg_body: { objectName: 'RC:TxtMsg', content: { extra: 'x' } } },
    ],
    [
      'location with a thumbnail',
      { objectName: 'RC:LBSMsg', content: '{"content":"/9j/","latitude":1,"longitude":2,"poi":"x"}' },
      { msg_type: 'custom', msg_body: { objectName: 'RC:LBSMsg', content: { content: '/9j/', latitude: 1, longitude: 2, poi: 'x' } } },
    ],
    [
      'another built-in type',
      { objectName: 'RC:ImgMsg', content: '{"content":"","imageUri":"https://example.com/a.png"}' },
      { msg_type: 'custom', msg_body: { objectName: 'RC:ImgMsg', content: { content: '', imageUri: 'https://example.com/a.png' } } },
    ],
    ...['plain {text', '[1]', '"quoted"', 'null', '17'].map((content): (typeof cases)[number] => [
      `custom type with the content ${content}`,
      { objectName: 'App:Any', content },
      { msg_type: 'custom', msg_body: { objectName: 'App:Any', content } },
    ]),
    [
      'a name of ours with a content that is no object',
      { objectName: 'JM:Image', content: 'x' },
      { msg_type: 'custom', msg_body: { objectName: 'JM:Image', content: 'x' } },
    ],
  ];

  test.each(cases)('%s', (_, stored, wire) => {
    expect(toWire(stored)).toEqual(wire);
  });
});

type Random = (below: number) => number;

/** Numbers that look random and are the same in every run. */
function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const texts = ['', 'a', '{}', '{"scale":1}', 'null', '😀👩‍👩‍👧', 'é字', '"\\\n\u2028', 'content', 'extra'];
const keys = ['text', 'extras', 'extra', 'content', 'scale', 'label', 'poi', 'latitude', 'objectName', '__proto__', '😀', ''];

function randomWire(random: Random): WireForm {
  const types = ['text', 'image', 'voice', 'file', 'location', 'video', 'custom'] as const;
  const msg_type = types[random(types.length)]!;
  const needed = {
    text: { text: texts[random(texts.length)] },
    location: { latitude: random(180) / 7, longitude: -random(180), scale: random(20), label: texts[random(texts.length)] },
  };
  const extra = random(2) ? { extras: randomObject(random, 3) } : {};
  const { extras: _, ...own } = random(3) ? {} : randomObject(random, 2);
  return { msg_type, msg_body: { ...own, ...(msg_type in needed && needed[msg_type as 'text']), ...extra } };
}

function randomObject(random: Random, depth: number): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: random(4) }, () => [keys[random(keys.length)]!, randomValue(random, depth)]));
}

function randomValue(random: Random, depth: number): unknown {
  const scalars = [null, true, false, 0, -1.5, 2 ** 53 - 1, texts[random(texts.length)]];
  if (depth === 0 || random(2)) return scalars[random(scalars.length)];
  return random(2) ? randomObject(random, depth - 1) : Array.from({ length: random(3) }, () => randomValue(random, depth - 1));
}
