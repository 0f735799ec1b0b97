import type { jmessage } from '@diglot/api';
import { fieldsOf, isAsWritten } from '../domain/exact-json.ts';

export type MessageType = jmessage.operations['sendMessage']['requestBody']['content']['application/json']['msg_type'];

type Fields = Record<string, unknown>;

/** What a message of this dialect is among all messages. */
export interface StoredForm {
  objectName: string;
  /** JSON text. */
  content: string;
}

/** What any message is in this dialect. */
export interface WireForm {
  msg_type: MessageType;
  msg_body: Fields;
}

const textName = 'RC:TxtMsg';
const locationName = 'RC:LBSMsg';

/** Under these names the body is kept as it is. */
const ownNames: Record<MessageType, string> = {
  text: 'JM:Text',
  image: 'JM:Image',
  voice: 'JM:Voice',
  file: 'JM:File',
  location: 'JM:Location',
  video: 'JM:Video',
  custom: 'JM:Custom',
};
const ownTypes = new Map(Object.entries(ownNames).map(([type, name]) => [name, type as MessageType]));

/** A body that has what its type needs. `toWire` undoes it. Texts and locations become types that every client shows, if nothing is lost. */
export function toStored({ msg_type, msg_body }: WireForm): StoredForm {
  const shared = msg_type === 'text' ? textContent(msg_body) : msg_type === 'location' ? locationContent(msg_body) : undefined;
  return shared ?? { objectName: ownNames[msg_type], content: JSON.stringify(msg_body) };
}

/** Any message; one of a type that this dialect does not have is `custom`, its body the type and the content. */
export function toWire({ objectName, content }: StoredForm): WireForm {
  const fields = fieldsOf(content);
  const unknown: WireForm = { msg_type: 'custom', msg_body: { objectName, content: fields ?? content } };
  if (!fields) return unknown;
  if (objectName === textName) return textBody(fields) ?? unknown;
  if (objectName === locationName) return locationBody(fields) ?? unknown;
  const msg_type = ownTypes.get(objectName);
  const fits = msg_type === 'custom' || mayBeExtras(fields.extras);
  return msg_type && fits ? { msg_type, msg_body: fields } : unknown;
}

/** Whether a value of the extras is an object or a list. */
export function hasStructuredExtras({ msg_type, msg_body: { extras } }: WireForm): boolean {
  return msg_type !== 'custom' && Object.values(extras ?? {}).some(isStructured);
}

/** The message with JSON text for each object and list in its extras: official SDKs read extras as texts by name, and fail at any else. */
export function withPlainExtras(wire: WireForm): WireForm {
  if (!hasStructuredExtras(wire)) return wire;
  const extras = Object.entries(wire.msg_body.extras as Fields);
  const plain = extras.map(([name, value]) => [name, isStructured(value) ? JSON.stringify(value) : value] as const);
  return { ...wire, msg_body: { ...wire.msg_body, extras: Object.fromEntries(plain) } };
}

function mayBeExtras(value: unknown): boolean {
  return value === undefined || (isStructured(value) && !Array.isArray(value));
}

function isStructured(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !isAsWritten(value);
}

/** The files that a body names, by the fields that name them. */
export function mediaIdsOf({ msg_type, msg_body }: WireForm): Record<string, string | undefined> {
  const idOf = (holder: unknown) => (holder as { media_id: string } | undefined)?.media_id;
  if (msg_type === 'video') return { 'msg_body.video.media_id': idOf(msg_body.video), 'msg_body.thumb.media_id': idOf(msg_body.thumb) };
  return ['image', 'voice', 'file'].includes(msg_type) ? { 'msg_body.media_id': idOf(msg_body) } : {};
}

function textContent({ text, extras, ...others }: Fields): StoredForm | undefined {
  if (!isEmpty(others)) return undefined;
  return {
    objectName: textName,
    content: JSON.stringify({ content: text, ...(extras !== undefined && { extra: JSON.stringify(extras) }) }),
  };
}

/** Extras are those of `textContent`, or else whatever else the message carries. */
function textBody({ content, ...others }: Fields): WireForm | undefined {
  if (typeof content !== 'string') return undefined;
  if (isEmpty(others)) return { msg_type: 'text', msg_body: { text: content } };
  const { extra, ...rest } = others;
  return { msg_type: 'text', msg_body: { text: content, extras: (isEmpty(rest) && fieldsOf(extra)) || others } };
}

function locationContent({ latitude, longitude, label, ...others }: Fields): StoredForm | undefined {
  const { scale, extras, ...rest } = others;
  if (!isEmpty(rest)) return undefined;
  // A location of the other dialect has a thumbnail, here an empty one, and no scale.
  const content = { content: '', latitude, longitude, poi: label, extra: JSON.stringify({ scale, extras }) };
  return { objectName: locationName, content: JSON.stringify(content) };
}

function locationBody({ content, latitude, longitude, poi, extra, ...rest }: Fields): WireForm | undefined {
  const { scale, extras, ...unknown } = fieldsOf(extra) ?? {};
  if (content !== '' || !Number.isInteger(scale) || !mayBeExtras(extras) || !isEmpty(rest) || !isEmpty(unknown)) return undefined;
  return { msg_type: 'location', msg_body: { latitude, longitude, scale, label: poi, ...(extras !== undefined && { extras }) } };
}

function isEmpty(fields: Fields): boolean {
  return Object.keys(fields).length === 0;
}
