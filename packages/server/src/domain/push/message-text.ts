import type { MessageDraft } from '../messages/draft.ts';

/** What a push says of a message whose content is no text. */
const presets: Record<string, string> = {
  'RC:ImgMsg': '[Image]',
  'RC:GIFMsg': '[Image]',
  'RC:VcMsg': '[Voice]',
  'RC:HQVCMsg': '[Voice]',
  'RC:FileMsg': '[File]',
  'RC:SightMsg': '[Video]',
  'RC:LBSMsg': '[Location]',
  'RC:ImgTextMsg': '[Rich Content]',
  'RC:CombineMsg': '[Chat history]',
};
const textTypes = ['RC:TxtMsg', 'RC:ReferenceMsg'];

/** What a push says of the message; undefined when it brings none: other types need a text of the caller's. */
export function pushTextOf({ objectName, content, options }: MessageDraft): string | undefined {
  if (options.pushContent) return options.pushContent;
  if (!textTypes.includes(objectName)) return presets[objectName];
  try {
    const text = (JSON.parse(content) as { content?: unknown } | null)?.content;
    return typeof text === 'string' && text !== '' ? text : undefined;
  } catch {
    return undefined;
  }
}
