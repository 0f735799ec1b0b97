import type { rongcloud } from '@diglot/api';
import { addWords, listWords, removeWords } from '../domain/moderation/words.ts';
import type { Handlers } from '../http/dialect.ts';
import { success } from './present.ts';

export const sensitiveWord = {
  addSensitiveWord: async (ctx, { body }) => {
    await addWords(ctx, [toWord(body)]);
    return success();
  },

  batchAddSensitiveWords: async (ctx, { body }) => {
    const remainQuota = await addWords(ctx, body.words.map(toWord));
    return success({ remainQuota });
  },

  removeSensitiveWord: async (ctx, { body }) => {
    await removeWords(ctx, [body.word]);
    return success();
  },

  batchRemoveSensitiveWords: async (ctx, { body }) => {
    await removeWords(ctx, body.words);
    return success();
  },

  listSensitiveWords: async (ctx, { body }) => {
    const words = await listWords(ctx, kinds[body?.type ?? 1]);
    return success({
      words: words.map(({ word, replacement }) => ({
        word,
        replaceWord: replacement ?? '',
        type: replacement === null ? ('1' as const) : ('0' as const),
      })),
    });
  },
} satisfies Partial<Handlers<rongcloud.operations>>;

/** By the number that asks for them. */
const kinds = ['replacing', 'blocking', 'all'] as const;

/** An empty replacement is none. */
function toWord({ word, replaceWord }: { word: string; replaceWord?: string | null }) {
  return { word, replacement: replaceWord || null };
}
