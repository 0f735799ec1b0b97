import type { jmessage } from '@diglot/api';
import { changeSettings } from '../domain/app-settings.ts';
import { addWords, pageOfWords, removeListedWords, rewriteWord } from '../domain/moderation/words.ts';
import type { Handlers } from '../http/dialect.ts';
import { dateTime } from './present.ts';
import { readStatus } from './status.ts';

const largestPage = 2000;

export const sensitiveWord = {
  addSensitiveWords: async (ctx, { body }) => {
    await addWords(
      ctx,
      body.map((word) => ({ word, replacement: null })),
    );
  },

  updateSensitiveWord: async (ctx, { body }) => {
    await rewriteWord(ctx, body.old_word, body.new_word);
  },

  deleteSensitiveWords: async (ctx, { body }) => {
    await removeListedWords(ctx, Array.isArray(body) ? body : [body.word]);
  },

  listSensitiveWords: async (ctx, { query: { start = 0, count = largestPage } }) => {
    const { total, words } = await pageOfWords(ctx, { offset: start, limit: count });
    return {
      start,
      count: words.length,
      words: words.map(({ word, created_at }) => ({ name: word, itime: dateTime(ctx, created_at) })),
      total,
    };
  },

  setSensitiveWordFilter: async (ctx, input) => {
    await changeSettings(ctx, { sensitiveWords: { clientMessages: readStatus(input) } });
  },

  getSensitiveWordFilter: async (ctx) => ({ status: ctx.app.settings.sensitiveWords.clientMessages ? 1 : 0 }),
} satisfies Partial<Handlers<jmessage.operations>>;
