/** What is sent, the same for all who get it. */
export interface MessageDraft {
  senderId: string;
  /** Type, such as `RC:TxtMsg`. */
  objectName: string;
  /** JSON of the type, or any text of a custom type. */
  content: string;
  options: MessageOptions;
  /** Reaches who is online now, and is not stored. */
  transient?: boolean | undefined;
  /** A number of 64 bits, as text, against repeats: the sender can use it again after a minute. */
  random?: string | undefined;
}

/** Flags and push settings that travel with a message; what is left out has its default. */
export interface MessageOptions {
  pushContent?: string | undefined;
  pushData?: string | undefined;
  /** Push settings as JSON text. */
  pushExt?: string | undefined;
  /** No push for the offline. */
  disablePush?: boolean | undefined;
  /** Not kept in the history that is read back. */
  unpersisted?: boolean | undefined;
  /** Not kept for recipients who are offline. */
  noOffline?: boolean | undefined;
  /** Not counted as unread. */
  uncounted?: boolean | undefined;
  /** Also delivered to the sender's own clients. */
  includeSender?: boolean | undefined;
  /** Group message that names members in its content. */
  mentioned?: boolean | undefined;
  contentAvailable?: boolean | undefined;
  disableUpdateLastMsg?: boolean | undefined;
  needReadReceipt?: boolean | undefined;
  /** iOS badge. */
  badge?: number | undefined;
  /** The message can be extended; the first pairs, if any. */
  expansion?: Record<string, string> | undefined;
  /** In a chatroom that drops messages: 1 is kept like those on its whitelist, 2 is kept longer than 3; else the type decides. */
  priority?: 1 | 2 | 3 | undefined;
  /** Only these members of the group receive it; not kept in the history either. */
  onlyTo?: string[] | undefined;
  /** Names and notification texts of the JMessage dialect. */
  fromName?: string | undefined;
  targetName?: string | undefined;
  /** Sent with objects or lists in the extras of that dialect, which shows them as they are. */
  structuredExtras?: boolean | undefined;
  notification?: { title?: string | undefined; alert?: string | undefined } | undefined;
}
