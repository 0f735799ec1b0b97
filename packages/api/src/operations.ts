// Generated from spec/ by `pnpm generate`. Do not edit.

export const rongcloudOperations = {
  registerUser: {"method":"POST","path":"/user/getToken.json","body":"form","idempotent":true},
  expireTokens: {"method":"POST","path":"/user/token/expire.json","body":"form","idempotent":true},
  getUser: {"method":"POST","path":"/user/info.json","body":"form","idempotent":true},
  updateUser: {"method":"POST","path":"/user/refresh.json","body":"form","idempotent":true},
  deactivateUsers: {"method":"POST","path":"/user/deactivate.json","body":"form","encoding":{"userId":{"style":"form","explode":false}},"idempotent":true},
  listDeactivatedUsers: {"method":"POST","path":"/user/deactivate/query.json","body":"form","idempotent":true},
  reactivateUsers: {"method":"POST","path":"/user/reactivate.json","body":"form","encoding":{"userId":{"style":"form","explode":false}},"idempotent":true},
  blockUsers: {"method":"POST","path":"/user/block.json","body":"form","idempotent":true},
  unblockUsers: {"method":"POST","path":"/user/unblock.json","body":"form","idempotent":true},
  listBlockedUsers: {"method":"POST","path":"/user/block/query.json","body":"form","idempotent":true},
  checkUserOnline: {"method":"POST","path":"/user/checkOnline.json","body":"form","idempotent":true},
  setPrivateMute: {"method":"POST","path":"/user/chat/fb/set.json","body":"form","idempotent":true},
  listPrivateMutedUsers: {"method":"POST","path":"/user/chat/fb/querylist.json","body":"form","idempotent":true},
  setUserTags: {"method":"POST","path":"/user/tag/set.json","body":"json","idempotent":true},
  batchSetUserTags: {"method":"POST","path":"/user/tag/batch/set.json","body":"json","idempotent":true},
  getUserTags: {"method":"POST","path":"/user/tags/get.json","body":"form","idempotent":true},
  publishPrivateMessage: {"method":"POST","path":"/message/private/publish.json","body":"form","idempotent":false},
  publishGroupMessage: {"method":"POST","path":"/message/group/publish.json","body":"form","idempotent":false},
} as const;

export const jmessageOperations = {

} as const;
