import type { Sections } from './calls.ts';

export const adminSections: Sections = {
  app: ({ appKey }) => ({
    getApp: [{ path: { appKey } }],
    updateApp: [{ path: { appKey }, body: { name: 'New' } }],
    rotateAppSecret: [{ path: { appKey } }],
  }),

  settings: ({ appKey }) => ({
    getSettings: [{ path: { appKey } }],
    updateSettings: [{ path: { appKey }, body: { historyDays: 7 } }],
  }),

  trust: ({ appKey, partnerKey, secondKey }) => ({
    listTrusts: [{ path: { appKey } }],
    removeTrust: [secondKey, partnerKey].map((otherKey) => ({ path: { appKey, otherKey } })),
    addTrust: [{ path: { appKey, otherKey: partnerKey } }],
  }),
};

/** Operations that are not tried, and why. */
export const excluded: Record<string, string> = {
  listApps: 'shows every app: its key is that of the server',
  createApp: 'is about no app that is there',
  listRateLimits: 'is about no app',
};
