// Generated from spec/ by `pnpm generate`. Do not edit.
export interface paths {
    "/user/getToken.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a user and get a token
         * @description Creates the user on the first call and issues a token that a client connects with. Calling again for a known id issues a further token and overwrites the name and avatar that are given; the earlier tokens stay valid. Tokens do not expire by themselves. They end by Invalidate tokens, by deactivation, and when the App Secret is rotated.
         */
        post: operations["registerUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/token/expire.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invalidate tokens
         * @description Tokens of the given users that were issued before `time` no longer connect. Tokens issued at or after it are untouched, so a token got right afterwards works. Open connections stay open until they drop. Unknown users are accepted, and a time in the future also ends tokens issued until then.
         */
        post: operations["expireTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/info.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a user
         * @description Name, avatar and time of registration. The answer has other names than the request of Register: `userName` and `userPortrait`.
         */
        post: operations["getUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/refresh.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a user's name or avatar
         * @description A field that is left out, or sent empty, keeps its value. Tokens and connections are untouched.
         */
        post: operations["updateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/deactivate.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate users
         * @description Each user is disconnected and can no longer get a token or connect. Name, avatar, pinned conversations, the user's own blocklist and allowlist, and the user's settings of Push Notification are deleted; group memberships stay. Messages sent by this API in the user's name still go out. Repeating the call is no error, and users that were never registered are accepted.
         */
        post: operations["deactivateUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/deactivate/query.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List deactivated users
         * @description Newest deactivation first. A page beyond the end is empty; 0 stands for the default.
         */
        post: operations["listDeactivatedUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/reactivate.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reactivate users
         * @description The ids can register again; what deactivation deleted does not come back, and tokens from before it stay invalid. An id that was deactivated less than one hour ago stays deactivated. Repeating the call is no error.
         */
        post: operations["reactivateUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/block.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Block users
         * @description Each user is disconnected and refused until the block ends by itself. Others may go on sending to the user. Blocking again sets a new end. Unknown users are accepted.
         */
        post: operations["blockUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/unblock.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unblock users
         * @description Ends the block at once. A user that is not blocked is no error.
         */
        post: operations["unblockUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/block/query.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List blocked users
         * @description The users blocked now, the block that ends last first. Without a page, or with page 0, the first 1000 come in one answer. A block without an end (made through the JMessage dialect) shows the end `9999-12-31 23:59:59`.
         */
        post: operations["listBlockedUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/checkOnline.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check whether a user is online
         * @description A user is online while at least one device is connected. An unknown user is offline.
         */
        post: operations["checkUserOnline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/chat/fb/set.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mute users in one-to-one chats
         * @description A muted user's clients cannot send one-to-one messages, until `state` 0 is set. Receiving, groups and chatrooms are untouched, and messages sent by this API in the user's name still go out. Setting the state a user already has is no error.
         */
        post: operations["setPrivateMute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/chat/fb/querylist.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List users muted in one-to-one chats
         * @description In order of muting. An offset past the end gives an empty list with the real total.
         */
        post: operations["listPrivateMutedUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/tag/set.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the tags of a user
         * @description Replaces all tags of the user; an empty or absent list removes them. A tag given twice is stored once.
         */
        post: operations["setUserTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/tag/batch/set.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the tags of several users
         * @description Replaces all tags of each user by the same list; an empty or absent list removes them. All users are changed, or none.
         */
        post: operations["batchSetUserTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/tags/get.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the tags of users
         * @description Every user asked for has a key in `result`; a user without tags, or unknown, has an empty list. Tags come in the order they were set.
         */
        post: operations["getUserTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/blacklist/add.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add users to a blocklist
         * @description Clients of the users on the list cannot send one-to-one messages to its owner; the owner can still send to them, and learns nothing of their tries. The Server API sends all the same, unless Send a one-to-one message is told to respect lists. A list has at most 3000 users: when not all find a place, nobody is added. A user who is on the list keeps the place. Neither owner nor users need be registered. The list is the blacklist of the JMessage dialect.
         */
        post: operations["addBlocklistUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/blacklist/remove.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove users from a blocklist
         * @description A user who is not on the list, and an unknown owner, are no error.
         */
        post: operations["removeBlocklistUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/blacklist/query.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List a blocklist
         * @description The entry added last comes first, also among those of one call. While more follow, the answer has `next`: hand it back as `pageToken` for the next page. The list of an unknown user is empty.
         */
        post: operations["listBlocklistUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/whitesetting/set.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put allowlists or blocklists in force
         * @description While a user's allowlist is in force, only clients of those on it can send one-to-one messages to the user, and the blocklist has no effect. Neither list changes. Users who were never switched have the blocklist in force; they need not be registered.
         */
        post: operations["setAllowlistSwitch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/whitesetting/query.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check whether allowlists are in force
         * @description One entry for each user asked for, in the order of the call.
         */
        post: operations["getAllowlistSwitch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/whitelist/add.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add users to an allowlist
         * @description While the owner's allowlist is in force, only clients of the users on it can send one-to-one messages to the owner. It does not bear on what the owner sends. A list has at most 3000 users: when not all find a place, nobody is added. A user who is on the list keeps the place. Neither owner nor users need be registered.
         */
        post: operations["addAllowlistUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/whitelist/remove.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove users from an allowlist
         * @description A user who is not on the list, and an unknown owner, are no error. Which list is in force stays as it is.
         */
        post: operations["removeAllowlistUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/whitelist/query.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List an allowlist
         * @description The entry added last comes first, also among those of one call. While more follow, the answer has `next`: hand it back as `pageToken` for the next page. The list of an unknown user is empty.
         */
        post: operations["listAllowlistUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/create.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a group
         * @description Makes the group and all users its members. A group that exists is no error: the users join it, and it gets the name. Users need not be registered, and one who is a member already stays one. A group holds 3000 members (500 if it was made through the JMessage dialect); when not all users find a place, nobody is added and nothing is made or renamed. Members are not told; bind a message for that, which is sent when they are in. A group made again after Dismiss under the same id has its former messages and mutes.
         */
        post: operations["createGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/dismiss.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss a group
         * @description Deletes the group and all memberships; nobody receives its messages any more. Messages, mutes and message blocking stay, and a group made again under the same id has them. The acting user may be anybody, member or not. An unknown group is no error. A bound message is sent before the group goes.
         */
        post: operations["dismissGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/join.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join a group
         * @description Makes the users members. A group that does not exist is made, named by `groupName` or else by its id; one that exists is renamed when `groupName` is given. Users need not be registered, and one who is a member already stays one. A group holds 3000 members (500 if it was made through the JMessage dialect); when not all users find a place, nobody is added. A mute from before the user left still holds. A bound message is sent when the users are in.
         */
        post: operations["joinGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/quit.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave a group
         * @description Takes the users out of the group; this is also the call to kick somebody. They receive its messages no longer, and their mutes stay. A user who is no member, and a group that does not exist, are no error. A group without members stays until it is dismissed. When the owner of a group made through the JMessage dialect leaves, the member who joined next becomes owner. A bound message is sent before the users go.
         */
        post: operations["quitGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/user/query.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List the members of a group
         * @description All members at once, in order of joining. A group that does not exist has none.
         */
        post: operations["listGroupMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/sync.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace a user's groups
         * @description Afterwards the user is a member of exactly the groups given; with none, of no group. Each group is one parameter, `group[id]=name`, with the brackets plain or percent-encoded. A group that does not exist is made, one that exists is renamed; an empty name keeps the name. When one of the groups is full, nothing changes. Of two calls at once for a user the later one holds. It is meant for the first import of an app's memberships.
         */
        post: operations["syncUserGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/group/query.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List the groups of a user
         * @description In order of joining. Without a page, or with page 0, the first 5000 come in one answer. A page beyond the end is empty, and so is the list of an unknown user.
         */
        post: operations["listUserGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/refresh.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rename a group
         * @description Sets the name, which push texts show. Members are not told unless a message is bound. A group that does not exist is no error and is not made; a bound message is sent all the same.
         */
        post: operations["updateGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/user/gag/add.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mute users in a group
         * @description The users' clients cannot send to the group until the time is over; they still receive. Without `groupId` they are muted in all groups of the app, those made later too; at most 100 users can be. A mute of a user beats the allowlist. It holds when the user leaves and comes back, and when the group is dismissed and made again; the user need not be a member, and the id need not belong to a group. A repeated call replaces start and end. The Server API may send in anybody's name all the same.
         */
        post: operations["muteGroupUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/user/gag/rollback.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unmute users in a group
         * @description Ends their mute in this group or, without `groupId`, the one in all groups; each leaves the other as it is. A user who is not muted is no error.
         */
        post: operations["unmuteGroupUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/user/gag/list.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List users muted in a group
         * @description The users muted in this group or, without `groupId`, in all groups. All at once, up to 10000; mutes that are over are left out.
         */
        post: operations["listMutedGroupUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/ban/add.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mute all members of groups
         * @description No client can send to the groups until Unmute all members, except users on the allowlist of a group. It holds when a group is dismissed and made again; an id need not belong to a group. A group that is muted is no error. The Server API may send to the groups all the same.
         */
        post: operations["muteGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/ban/rollback.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unmute all members of groups
         * @description Members can send again, except those who are muted themselves. A group that is not muted is no error.
         */
        post: operations["unmuteGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/ban/query.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List groups with all members muted
         * @description With `groupId` alone: whether each of these groups is muted, in the order asked; an unknown group is not. Without it, or with a page or a size: the muted groups of the app in the order of muting, page by page, and `groupId` has no effect.
         */
        post: operations["listMutedGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/user/ban/whitelist/add.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add users to the allowlist of a group
         * @description While all members of the group are muted, these users may send all the same, unless they are muted themselves. The list holds when a user leaves and comes back, and when the group is dismissed and made again; users need not be members, and the id need not belong to a group. A user who is on the list keeps the place.
         */
        post: operations["addGroupAllowlistUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/user/ban/whitelist/rollback.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove users from the allowlist of a group
         * @description It counts for the next message that they try to send. A user who is not on the list is no error.
         */
        post: operations["removeGroupAllowlistUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/user/ban/whitelist/query.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List the allowlist of a group
         * @description All at once, up to 10000, in the order of addition. An unknown group has an empty list.
         */
        post: operations["listGroupAllowlistUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/create_new.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a chatroom
         * @description Creates a chatroom without members: users join and leave through their clients. A chatroom is idle while nobody joins, leaves or sends a message; at the end of its time it is destroyed with its members, attributes and mute-all state. For a chatroom that exists, the destruction and the mute-all state become those of this call, defaults included; a given allowlist replaces the old one, given attributes are added, and the members stay. What was set for the id within 7 days before the chatroom came holds: attributes, lists, a mute-all, and the destruction unless this call sets another.
         */
        post: operations["createChatroom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/destroy/set.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set when a chatroom is destroyed
         * @description With type 1 the age counts from the creation, not from this call: a chatroom that is older already is destroyed at once. Idle time is measured whatever the type, so going back to type 0 can end a chatroom that was idle meanwhile. For a chatroom that is not there the setting holds when it comes, within 7 days.
         */
        post: operations["setChatroomDestruction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/destroy.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Destroy chatrooms
         * @description Removes all members and ends the chatrooms, kept-alive ones too. Attributes, the mute-all state, its allowlist and the place among the kept-alive go with them. Mutes and blocks of single users stay under the id and hold when it is created again. An unknown chatroom is no error; what was set for it goes. All are destroyed, or none.
         */
        post: operations["destroyChatrooms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/get.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a chatroom
         * @description Settings and number of members. The mute-all state is `ban` here and `isBan` when a chatroom is created; `createTime` is a number of milliseconds, where other chatroom calls have a date as text.
         */
        post: operations["getChatroom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/create.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create chatrooms with names
         * @deprecated
         * @description Creates several chatrooms at once, each destroyed after an hour without a join, leave or message unless the app's settings name another idle time. A chatroom that exists gets the new name and is not changed otherwise. Use Create a chatroom instead.
         */
        post: operations["createNamedChatrooms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/query.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get chatrooms with names
         * @deprecated
         * @description Name and time of creation of each chatroom that exists, in the order asked; unknown ones are left out. The id is `chrmId` here. A chatroom without a name has an empty one. Use Get a chatroom instead.
         */
        post: operations["listNamedChatrooms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/keepalive/add.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep a chatroom alive
         * @description The chatroom is not destroyed when its time is over, neither idle nor old; only Destroy chatrooms ends it, and takes it off the list. The id need not belong to a chatroom yet. Adding it again is no error. An app has at most 5 kept-alive chatrooms.
         */
        post: operations["keepChatroomAlive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/keepalive/remove.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop keeping a chatroom alive
         * @description The chatroom's own time counts again, from its last activity or its creation and not from this call: one whose time was over meanwhile is destroyed at once.
         */
        post: operations["removeKeptAliveChatroom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/keepalive/query.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List kept-alive chatrooms
         * @description The ids on the list in the order they were added, those without a chatroom too. There are no parameters.
         */
        post: operations["listKeptAliveChatrooms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/user/query.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List chatroom members
         * @description The first or the last members by the time they joined, the first 500 unless the call says otherwise; there are no pages, so of a larger chatroom only both ends can be seen. An unknown chatroom has no members.
         */
        post: operations["listChatroomMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/user/exist.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check whether a user is in a chatroom
         * @description `isInChrm` is a boolean here and a number in the check of several users. Nobody is in an unknown chatroom.
         */
        post: operations["checkChatroomMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/users/exist.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check which users are in a chatroom
         * @description One entry for each `userId`, in the order of the call; a user given twice has two. `isInChrm` is a number here.
         */
        post: operations["checkChatroomMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/user/gag/add.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mute users in a chatroom
         * @description The users' clients cannot send to the chatroom until the time is over; they still receive. It holds when a user leaves and comes back, and when the chatroom is destroyed and created again; the id need not belong to a chatroom. A repeated call sets a new end. Users on the allowlist of the chatroom may send all the same, and so may the Server API in anybody's name.
         */
        post: operations["muteChatroomUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/user/gag/rollback.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unmute users in a chatroom
         * @description Ends their mute in this chatroom, not one in all chatrooms. A user who is not muted is no error.
         */
        post: operations["unmuteChatroomUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/user/gag/list.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List users muted in a chatroom
         * @description All at once, up to 10000; mutes that are over are left out.
         */
        post: operations["listMutedChatroomUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/ban/add.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mute all members of a chatroom
         * @description Nobody's client can send to the chatroom, except users on its allowlist, until it is unmuted or destroyed. The Server API can. A chatroom that is not there is muted when it comes, within 7 days, and is in the list of muted ones until then.
         */
        post: operations["muteChatroom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/ban/rollback.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unmute all members of chatrooms
         * @description Mutes of single users go on. A chatroom that is not muted, or unknown, is no error.
         */
        post: operations["unmuteChatrooms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/ban/query.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List chatrooms whose members are all muted
         * @description In the order of muting, also those that are not there yet. A page past the end is empty; there is no total.
         */
        post: operations["listMutedChatrooms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/ban/check.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check whether all members are muted
         * @description A number here, while Get a chatroom has the same as the boolean `ban`. One that is not there is not muted, unless that was set for it.
         */
        post: operations["checkChatroomMuted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/user/ban/whitelist/add.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Allow users to send in a muted chatroom
         * @description They may send although all members, or they themselves, are muted in the chatroom; a mute in all chatrooms still holds. The list has at most 20 users. It outlives their stay, also when they are blocked, and goes with the chatroom. A user who is on it is no error. A chatroom that is not there has the list when it comes, within 7 days of the last call that added to it.
         */
        post: operations["addChatroomAllowlistUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/user/ban/whitelist/rollback.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take users off the allowlist of a chatroom
         * @description All mutes hold for them again. A user who is not on the list, or an unknown chatroom, is no error.
         */
        post: operations["removeChatroomAllowlistUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/user/ban/whitelist/query.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List users on the allowlist of a chatroom
         * @description In the order they were added. A chatroom that is not there has those who were added for it.
         */
        post: operations["listChatroomAllowlistUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/user/ban/add.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mute users in all chatrooms
         * @description The users' clients cannot send to any chatroom of the app, those created later included, until the time is over. It is stronger than every allowlist. A repeated call sets a new end. Messages sent by the Server API in a user's name still go out.
         */
        post: operations["muteUsersInAllChatrooms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/user/ban/remove.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a mute in all chatrooms
         * @description Mutes in single chatrooms go on. A user who is not muted is no error.
         */
        post: operations["unmuteUsersInAllChatrooms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/user/ban/query.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List users muted in all chatrooms
         * @description All at once, up to 10000; mutes that are over are left out. There are no parameters.
         */
        post: operations["listUsersMutedInAllChatrooms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/user/block/add.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Block users from a chatroom
         * @description Removes the users from the chatroom at once and keeps them from joining until the time is over. The block stays when the chatroom is destroyed and created again; the id need not belong to a chatroom. A repeated call sets a new end. A user keeps the place on the allowlist.
         */
        post: operations["blockChatroomUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/user/block/rollback.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unblock users from a chatroom
         * @description They may join again but are not put back in. A user who is not blocked is no error.
         */
        post: operations["unblockChatroomUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/user/block/list.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List users blocked from a chatroom
         * @description All at once, up to 10000; blocks that are over are left out.
         */
        post: operations["listBlockedChatroomUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/message/priority/add.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make message types low priority
         * @description A chatroom that gets more messages than it can deliver drops those of low priority first. Every type has high priority until it is listed here; the list is of the app and holds in all its chatrooms. A type that is listed already is no error. A list that would have more than 20 types is not changed at all.
         */
        post: operations["addLowPriorityMessageTypes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/message/priority/remove.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make message types high priority again
         * @description A chatroom treats the types like any other again. A type that is not listed is no error.
         */
        post: operations["removeLowPriorityMessageTypes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/message/priority/query.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List low-priority message types
         * @description The whole list of the app in the order of addition. There are no parameters.
         */
        post: operations["listLowPriorityMessageTypes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/user/whitelist/add.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add users to a chatroom's whitelist
         * @description A chatroom that gets more messages than it can deliver drops theirs last, and its members on the list are not removed for being offline. The users need not be members. The list goes with the chatroom; it frees nobody from a mute. A user who is listed already is no error. A list that would have more than 5 users is not changed at all. A chatroom that is not there has the list when it comes, within 7 days of the last call that added to it.
         */
        post: operations["addChatroomWhitelistUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/user/whitelist/remove.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove users from a chatroom's whitelist
         * @description They are treated like any other user again, and stay in the chatroom. A user who is not listed, or an unknown chatroom, is no error.
         */
        post: operations["removeChatroomWhitelistUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/user/whitelist/query.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List a chatroom's whitelist
         * @description The whole list in the order of addition; a chatroom that is not there has those who were added for it.
         */
        post: operations["listChatroomWhitelistUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/whitelist/add.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add message types to the whitelist
         * @description A chatroom that gets more messages than it can deliver drops those of the listed types last, whoever sends them. The list is of the app and holds in all its chatrooms at once. A type that is listed already is no error. A list that would have more than 20 types is not changed at all.
         */
        post: operations["addChatroomWhitelistMessageTypes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/whitelist/delete.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove message types from the whitelist
         * @description A chatroom treats the types like any other again. A type that is not listed is no error.
         */
        post: operations["removeChatroomWhitelistMessageTypes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/whitelist/query.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List whitelisted message types
         * @description The whole list of the app in the order of addition. There are no parameters.
         */
        post: operations["listChatroomWhitelistMessageTypes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/entry/set.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a chatroom attribute
         * @description A key that is there gets the value, the owner and the time of this call, whoever set it before. The user need not be in the chatroom. A chatroom has at most 100 attributes, which go with it. With `autoDelete` the attribute also goes when its owner leaves or is removed; one whose owner never joined stays. The message about the change comes from the user, is not kept and not counted as unread. A chatroom that is not there gets the attribute when it comes, within 7 days.
         */
        post: operations["setChatroomAttribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/entry/batch/set.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set several chatroom attributes
         * @description Sets all of the pairs or, when the call is refused, none. Keys that are there get the value, the owner and the time of this call, whoever set them before. No message is sent. Each pair counts as one in the limit that the call shares with Set a chatroom attribute. A chatroom that is not there gets them when it comes, within 7 days.
         */
        post: operations["batchSetChatroomAttributes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/entry/remove.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a chatroom attribute
         * @description Whoever owns it. A key or a chatroom that is not there is no error, and the message about the change is sent all the same.
         */
        post: operations["removeChatroomAttribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/entry/batch/remove.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete several chatroom attributes
         * @description Deletes all of the keys, whoever owns them. Keys or a chatroom that are not there are no error. No message is sent. Each key counts as one in the limit that the call shares with Delete a chatroom attribute.
         */
        post: operations["batchRemoveChatroomAttributes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatroom/entry/query.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List chatroom attributes
         * @description The attributes of the keys that are given, or all, in the order of their keys. Keys that are not there are left out; an unknown chatroom has none.
         */
        post: operations["listChatroomAttributes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversation/top/set.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pin or unpin a conversation
         * @description Puts a conversation at the top of one user's list on all clients of that user, those that connect later too. Others who take part are not concerned. The conversation need not have a message, and neither user nor target needs to exist. Setting the state it has is no error.
         */
        post: operations["setConversationPin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversation/notification/set.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set do-not-disturb for a conversation
         * @description Says which messages of one conversation bring one user a notification; the messages arrive all the same. The setting is stronger than the one of the conversation's type, and weaker than the user's quiet period. Neither user nor target needs to exist, and setting again overwrites. Give `unpushLevel`, the older `isMuted`, or both: a level other than 0 wins.
         */
        post: operations["setConversationNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversation/notification/get.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get do-not-disturb of a conversation
         * @description The level that was set for exactly this conversation, or this channel. What holds for the type is not mixed in; a conversation without a setting, known or not, has 0. A setting made with `isMuted` 1 is answered as 1, although no message notifies.
         */
        post: operations["getConversationNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversation/type/notification/set.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set do-not-disturb for a conversation type
         * @description Says which messages bring one user a notification in all conversations of the type that have no setting of their own, those that begin later too. The user need not exist, and setting again overwrites.
         */
        post: operations["setConversationTypeNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversation/type/notification/get.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get do-not-disturb of a conversation type
         * @description The level that was set for the type; 0 when nothing was. Settings of single conversations are not shown.
         */
        post: operations["getConversationTypeNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/blockPushPeriod/set.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the quiet period of a user
         * @description A part of every day in which less notifies, stronger than all other settings of the user while it runs. It may run over midnight; the whole day is 1439 minutes from `00:00:00`. A user has one period, and setting again overwrites it; 0 minutes take it away. The user need not exist.
         */
        post: operations["setQuietPeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/blockPushPeriod/delete.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete the quiet period of a user
         * @description The user's other settings decide again, at once. Without a period nothing happens.
         */
        post: operations["deleteQuietPeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/blockPushPeriod/get.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the quiet period of a user
         * @description The period whether it runs now or not. Without one, and for an unknown user, `startTime` is empty and the numbers are 0.
         */
        post: operations["getQuietPeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/remarks/set.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name users in notifications
         * @description Names that one user gives to others: notifications to this user show them in place of the names of the senders. Such a name is stronger than one given by Name a member in notifications of a group. Each entry adds a name or changes the one there is; names for other users stay. Of an id that comes twice the last entry holds. When an entry is refused nothing is changed. Nobody needs to exist.
         */
        post: operations["setUserRemarks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/remarks/del.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a name in notifications
         * @description Takes away one name that the user gave; notifications show the name in the group again if there is one, else the registered name. Without such a name nothing happens.
         */
        post: operations["deleteUserRemark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/remarks/get.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List names in notifications
         * @description The names that one user gave to others, in the order of setting; one that was changed keeps its place. A page beyond the end, and an unknown user, have an empty list.
         */
        post: operations["listUserRemarks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/remarks/set.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name a member in notifications of a group
         * @description The name that notifications show when this user writes in this group. A member who gave the user a name of their own sees that one. Setting again overwrites. Neither the group nor the membership needs to exist; the name stays when the member leaves and when the group goes.
         */
        post: operations["setGroupRemark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/remarks/del.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a member's name in notifications of a group
         * @description Notifications show the registered name again, or what the receiver calls the user. Without such a name nothing happens.
         */
        post: operations["deleteGroupRemark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/remarks/get.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a member's name in notifications of a group
         * @description The name that was set for this user in this group; empty when none was, and for an unknown user or group.
         */
        post: operations["getGroupRemark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message/private/publish.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message to users
         * @description Sends one message to each recipient, in the name of the sender. The answer comes when all of them are stored; it reports acceptance, not delivery. Recipients need not be registered. Mutes, blocklists and allowlists concern messages that clients send; `verifyBlacklist` makes this call respect the two lists.
         */
        post: operations["publishPrivateMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message/private/publish_template.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a template message to users
         * @description Sends each recipient a copy of its own: in `content`, `pushContent` and `pushData` every placeholder that is a key of the recipient's entry in `values` is replaced by its text, as it is and wherever it stands; no other field is a template. A placeholder inside such a text is not replaced again, one without a value stays. In JSON content a value therefore comes escaped as JSON texts are. Either all copies are stored or none; otherwise the call is like Send a message to users. The body is JSON.
         */
        post: operations["publishPrivateTemplateMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statusmessage/private/publish.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a status message to users
         * @description Reaches those recipients who are online at this moment, whatever the message type. It is not stored: nobody finds it in a history or after coming online, nothing is pushed and nothing counts as unread. `isPersisted` and `isCounted`, which SDKs send, have no effect.
         */
        post: operations["publishPrivateStatusMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message/group/publish.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message to groups
         * @description Sends one message to each group, in the name of the sender, who need not be a member. A message is stored once whatever the size of the group. A group that does not exist is no error; nobody receives the message. With `toUserId` only those members receive it; that takes effect with exactly one group, and the message is kept out of the history. `pushExt`, `disablePush`, `expansion` and `extraContent` take effect with exactly one group and without `toUserId`.
         */
        post: operations["publishGroupMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message/expansion/set.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Extend a message
         * @description Sets pairs of key and value that a one-to-one or group message carries beside its content, and that can change after it was sent. The message must have been sent with `expansion` true, not be recalled, and belong to the conversation that `conversationType`, `userId` and `targetId` name. A key that is there gets the new value; others stay. All pairs are set or, when the call is refused, none. Clients learn of the change by a message of type `RC:MsgExMsg`, which is committed with it and kept out of the history. An empty object changes nothing.
         */
        post: operations["setMessageExpansion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message/expansion/delete.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete pairs of a message's extension
         * @description Deletes those of the keys that are there; others are no error. What holds for the message and for telling clients is as in Extend a message; when no key is there, nobody is told.
         */
        post: operations["deleteMessageExpansion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message/expansion/query.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a message's extension
         * @description The pairs of a message, those it was sent with included. A message that is unknown or cannot be extended has none. A page has 300 pairs, which is also the most a message can have: later pages are empty.
         */
        post: operations["getMessageExpansion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message/recall.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recall a message
         * @description Tells the conversation, by a message of type `RC:RcCmd`, that a message is recalled; clients then take it away. The message is marked as recalled if it was sent by `fromUserId` in this conversation; both are committed together. A UID that is unknown here is no error, nor is one of another conversation: clients are told, and nothing is marked. Message and command stay in the history. There is no limit of time. Serves single system notifications too, not broadcasts.
         */
        post: operations["recallMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message/history.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the history log of an hour
         * @description The address of a zip with every message that the app's users got in an hour: one-to-one, group, chatroom and system messages and
         *     broadcasts, except status messages. There is a log from the end of the hour for 3 days, unless it is deleted; otherwise, and when
         *     the hour has no messages, `url` is empty. The address works for an hour, without credentials; call again for a new one.
         *
         *     The zip holds one text file with a line for each message, in the order of sending: the local time, a blank, and a JSON object.
         *
         *         2026/01/31 10:38:19 {"appId":"uwd1c0sxdlx2","fromUserId":"alice","targetId":"bob","targetType":1,"GroupId":"","classname":"RC:TxtMsg","content":{"content":"Hello"},"dateTime":"2026-01-31 10:38:19.318","source":"","msgUID":"BL04-GJA8-JK4C-QENM"}
         *
         *     `targetType` is 1 for one-to-one, 3 group, 4 chatroom, 6 system; `targetId` is the recipient, group or chatroom, and empty for a
         *     broadcast or a message to all chatrooms; `GroupId` is the group. `content` is an object, or a text where the content is not a JSON object.
         */
        post: operations["getHistoryLog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message/history/delete.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete the history log of an hour
         * @description The hour has no log any more, at once and for good; addresses that were given out end. Messages and the histories of users stay.
         */
        post: operations["deleteHistoryLog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversation/message/history/clean.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Clear the history of a conversation
         * @description Takes away the history of a conversation up to a time. One-to-one, group and system conversations are cleared for `fromUserId` alone; others keep what they have. A chatroom is cleared for everyone. Messages that come after the call are not concerned, whatever the time. Offline messages still arrive, and the history log stays. A conversation without messages is no error.
         */
        post: operations["clearMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statusmessage/group/publish.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a status message to groups
         * @description Reaches those members who are online at this moment, whatever the message type; the sender need not be one. It is not stored: nobody finds it in a history or after coming online, nothing is pushed and nothing counts as unread. `verifyBlacklist`, `isPersisted` and `isCounted`, which SDKs send, have no effect.
         */
        post: operations["publishGroupStatusMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message/chatroom/publish.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message to chatrooms
         * @description Sends one message to each chatroom, in the name of the sender, who need not be in it. It reaches who is in the chatroom now; nothing is kept for others or pushed. It counts as activity: the idle time of the chatroom starts again. A chatroom that does not exist is no error; nobody receives the message.
         */
        post: operations["publishChatroomMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message/chatroom/broadcast.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message to all chatrooms
         * @description Reaches everybody who is in any chatroom of the app at this moment. It is one message, whatever the number of chatrooms: it stands in the history of none of them, and does not count as their activity. The answer names no message.
         */
        post: operations["publishChatroomBroadcast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message/system/publish.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a system message to users
         * @description Sends one message to each recipient, who finds it in a conversation with the sender that is apart from one-to-one chats and cannot be answered. The sender is any id, registered or not, and never receives the message. Lists and mutes do not matter. Otherwise the call is like Send a message to users.
         */
        post: operations["publishSystemMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message/system/publish_template.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a template system message to users
         * @description Sends each recipient a copy of its own, made as Send a template message to users describes, in the conversation that Send a system message to users describes. The body is JSON.
         */
        post: operations["publishSystemTemplateMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sensitiveword/add.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a sensitive word
         * @description A text message that holds the word is blocked, or with `replaceWord` goes on with that in place of the word. The word is found whatever its case, full width or half width, also inside a longer word. Messages of clients are searched; those of this API only when the app has `sensitiveWords.serverMessages` on, and never system notifications and broadcasts. A blocked message of this API is answered like any other and not sent. A word that is listed keeps its place and gets the kind and replacement of this call. Words hold from the next message on, on other nodes within a second.
         */
        post: operations["addSensitiveWord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sensitiveword/batch/add.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add several sensitive words
         * @description Adds all of the words, or none when the call is refused; otherwise as Add a sensitive word. Words that are listed take no room. Of a word that comes twice the last entry holds. The body is JSON.
         */
        post: operations["batchAddSensitiveWords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sensitiveword/delete.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a sensitive word
         * @description Messages with the word pass again, at once. The word is compared as it was given, case and width included. A word that is not listed is no error.
         */
        post: operations["removeSensitiveWord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sensitiveword/batch/delete.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove several sensitive words
         * @description As Remove a sensitive word, for all of the words at once. Words that are not listed are no error. Unlike Add several sensitive words this call has a form, in which `words` is repeated.
         */
        post: operations["batchRemoveSensitiveWords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sensitiveword/list.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List sensitive words
         * @description All words of one kind or of both, in the order of adding, those of the JMessage dialect included. There are no pages. Without `type` only words that block come back.
         */
        post: operations["listSensitiveWords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message/broadcast.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message to all users
         * @description Every registered user gets the message as a system message: at once when online, else on coming online within the days that offline messages are kept, 7 unless the app sets it otherwise. Users who register in these days get it too, unless the app has `broadcastsForNewUsers` off. The message is stored once, and not in the history. Devices of users who are offline get a push, if the message has `pushContent` or is of a type that has a text of its own. A message of type `RC:RcCmd` also takes back the broadcast that its content names, if the sender is the same.
         */
        post: operations["broadcastMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message/online/broadcast.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message to all users who are online
         * @description Users who are online get the message as a system message, and those who come online within 10 minutes. There is no push, and it cannot be taken back. The message is stored once, and not in the history.
         */
        post: operations["broadcastToOnlineUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message/broadcast/recall.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a broadcast back
         * @description Takes back what came from Send a message to all users, or from a push with a message. Everybody who may see the broadcast gets a command of type `RC:RcCmd`, upon which clients remove it or put a notice in its place; for those who did not have it yet it is marked. An unknown message, one of another sender, an online broadcast, and one that was taken back before are no error, and nothing is sent.
         */
        post: operations["recallBroadcast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/push.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Push to an audience, with or without a message
         * @description Without `message` the notification bar of the devices shows a text, whatever the users are doing, and nothing is stored. With `message` each user of the audience also gets a system message from `fromuserid`, for as many days as offline messages are kept, and only users who are offline get the push. The message is stored once. The call answers when the push is accepted; who belongs to the audience is found out when it is carried out, right afterwards. A device is pushed to when it connected within the last 30 days and did not forbid pushes; web clients are not. `/message/broadcast/recall.json` takes the message back.
         */
        post: operations["pushToAudience"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/push/user.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Push to users
         * @description The notification bar of the users' devices shows a text, whatever the users are doing; no message is stored. A device is pushed to when it connected within the last 30 days and did not forbid pushes; web clients are not. A user without such a device gets nothing, which is no error.
         */
        post: operations["pushToUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    message: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive a message
         * @description RongCloud's post-messaging callback: your server is told of each message to a user, group or chatroom, and of each recall
         *     (`RC:RcCmd`), after it was stored. The setting `messageWebhook` of the app has the address, and says whether messages of your own
         *     server, sent through either dialect, count: they do not by default.
         *
         *     Answer 200 within 5 seconds; the body does not matter. Anything else is tried twice more within seconds, and then given up. A
         *     message can come twice, or before an earlier one: `msgUID` and `msgTimestamp` tell. A message to several users is several messages.
         *
         *     Not told are status messages, system messages, broadcasts, what a sensitive word blocked, and messages between apps.
         */
        post: operations["receiveMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * Format: bytes-1-64
         * @description Id of a user, chosen by your app; 1 to 64 bytes of UTF-8, case-sensitive, without commas and control characters.
         * @example jlk456j5
         */
        UserId: string;
        /**
         * @description 200 is success.
         * @example 200
         * @constant
         */
        Code: 200;
        FailureBody: {
            /**
             * @description Path of the call, suffix included.
             * @example /user/getToken.json
             */
            url: string;
            /**
             * @description Business code; the error table lists them all.
             * @example 1002
             */
            code: number;
            /**
             * @description The reason in English, naming the parameter where one is at fault. Meant for people; programs read `code`.
             * @example userId is required.
             */
            errorMessage: string;
        };
        Success: {
            code: components["schemas"]["Code"];
        };
        /**
         * @description Date and time as `YYYY-MM-DD HH:MM:SS` in the server's time zone (UTC+8 unless it is set otherwise).
         * @example 2026-01-31 10:38:19
         */
        DateTime: string;
        UserOperation: {
            code: components["schemas"]["Code"];
            /**
             * @description Id of this request.
             * @example C70B-B1D6-82E8-5SBO
             */
            operateId: string;
        };
        /**
         * Format: bytes-1-128
         * @description Id of a user in an answer. One that was registered through the JMessage dialect may have up to 128 bytes.
         * @example jlk456j5
         */
        StoredUserId: string;
        /** @description Up to 20 tags of 1 to 40 bytes each. */
        Tags: string[];
        /** @description 1 to 20 users, registered or not. */
        Users: components["schemas"]["UserId"][];
        /**
         * @description The `next` of the page before; absent for the first page.
         * @example MTI
         */
        PageToken: string;
        /**
         * @description Users per page, 1 to 1000; 1000 when absent or 0.
         * @example 10
         */
        Size: number;
        UserListPage: {
            code: components["schemas"]["Code"];
            /** @description Users on the list, the newest entry first. */
            users: components["schemas"]["StoredUserId"][];
            /** @description Token of the next page; absent on the last one. */
            next?: components["schemas"]["PageToken"];
        };
        /** @description 1 to 1000 users; registered or not. */
        UserIds: components["schemas"]["UserId"][];
        /**
         * @description Id of a group, chosen by your app; 1 to 64 characters, case-sensitive.
         * @example group-7
         */
        GroupId: string;
        /**
         * @description Name of the group, 1 to 64 characters; push texts show it.
         * @example Chess club
         */
        GroupName: string;
        /**
         * @description True sends a message to the group along with the change; `fromUserId`, `objectName` and `content` are then required. With false, or absent, they and the other fields of the message have no effect.
         * @example true
         */
        BindNotifyMsg: boolean;
        /**
         * @description Most members of the group for this one call, where that is less than the group's own limit; it is not stored. 0 or absent sets none. It bears on Create and Join only.
         * @example 500
         */
        MaxMember: number;
        /** @description Sender of the bound message, who need not be a member. */
        BoundFromUserId: components["schemas"]["UserId"];
        /**
         * Format: bytes-1-32
         * @description Message type, 1 to 32 bytes. Built-in types begin with `RC:`; a custom type must not.
         * @example RC:TxtMsg
         */
        ObjectName: string;
        /** @description Type of the bound message, 1 to 32 bytes. */
        BoundObjectName: components["schemas"]["ObjectName"];
        /**
         * Format: bytes-1-131072
         * @description Content of the type as JSON text, or any text of a custom type; up to 128 KB.
         * @example {"content":"Hello"}
         */
        Content: string;
        /** @description Content of the bound message as JSON text, or any text of a custom type; up to 128 KB. */
        BoundContent: components["schemas"]["Content"];
        /**
         * Format: bytes-0-4096
         * @description Text of the push for recipients who are offline; up to 4096 bytes.
         * @example Alice says hello
         */
        PushContent: string;
        /**
         * Format: bytes-0-4096
         * @description Data in the push payload, which the client sees as appData; up to 4096 bytes.
         * @example {"screen":"chat"}
         */
        PushData: string;
        /**
         * Format: bytes-0-4096
         * @description Push settings as JSON text; up to 4096 bytes. Ignored when `disablePush` is true.
         * @example {"title":"New message"}
         */
        PushExt: string;
        /**
         * @example 0
         * @enum {integer}
         */
        Switch: 0 | 1;
        /** @description 1 also delivers the bound message to the sender's own clients; 0 when absent. */
        BoundIsIncludeSender: components["schemas"]["Switch"];
        /** @description 0 keeps the bound message out of the history that is read back; 1 when absent. */
        BoundIsPersisted: components["schemas"]["Switch"];
        /**
         * @description True: the client keeps the former last message of the conversation; false when absent.
         * @example false
         */
        DisableUpdateLastMsg: boolean;
        /**
         * @description Id of a message, four groups of four characters.
         * @example BL04-GJA8-JK4C-QENM
         */
        MessageUid: string;
        GroupChange: {
            code: components["schemas"]["Code"];
            /**
             * @description Members of the group after the call; 0 when there is no such group.
             * @example 2
             */
            memberCount: number;
            /** @description Id of the bound message; absent when none was sent. */
            messageUID?: components["schemas"]["MessageUid"];
        };
        /**
         * @description Name of the group, up to 64 characters. Empty when the JMessage dialect set it so.
         * @example Chess club
         */
        StoredGroupName: string;
        /** @description 1 to 20 groups; they need not exist. */
        Groups: components["schemas"]["GroupId"][];
        /**
         * Format: bytes-1-64
         * @description Id of a chatroom, chosen by your app; 1 to 64 bytes of UTF-8, case-sensitive, without commas and control characters.
         * @example room-10001
         */
        ChatroomId: string;
        /**
         * @description 0 destroys the chatroom when it was idle so long, 1 when it is so old, counted from its creation; 0 when absent.
         * @example 0
         * @enum {integer}
         */
        DestroyType: 0 | 1;
        /**
         * @description Minutes, 60 to 10080 (7 days); 60 when absent or 0.
         * @example 60
         */
        DestroyTime: number;
        /**
         * @description Attributes as the text of a JSON object: at most 20, keys of 1 to 128 of `A-Z a-z 0-9 + = - _`, values of up to 4096 characters. A number or a boolean is stored as its text.
         * @example {"key1":"value1","key2":"value2"}
         */
        EntryInfo: string;
        Chatroom: {
            code: components["schemas"]["Code"];
            chatroomId: components["schemas"]["ChatroomId"];
            /**
             * @description Time of creation, milliseconds since 1970.
             * @example 1769827099000
             */
            createTime: number;
            /**
             * @description Members now.
             * @example 2
             */
            memberCount: number;
            /**
             * @description 0 destroyed when idle so long, 1 when so old.
             * @example 0
             * @enum {integer}
             */
            destroyType: 0 | 1;
            /**
             * @description Minutes; 0 for a chatroom that only a call destroys, as those made through the JMessage dialect.
             * @example 60
             */
            destroyTime: number;
            /**
             * @description True while all members are muted.
             * @example false
             */
            ban: boolean;
        };
        UnknownChatroom: {
            /**
             * @description Path of the call, suffix included.
             * @example /chatroom/get.json
             */
            url: string;
            /**
             * @description 23410 is an unknown chatroom.
             * @example 23410
             * @constant
             */
            code: 23410;
            /**
             * @description The reason in English.
             * @example chatroomId room-10001 is not exist.
             */
            errorMessage: string;
        };
        UnknownKeepalive: {
            /**
             * @description Path of the call, suffix included.
             * @example /chatroom/keepalive/remove.json
             */
            url: string;
            /**
             * @description 1015 is a chatroom that is not kept alive.
             * @example 1015
             * @constant
             */
            code: 1015;
            /**
             * @description The reason in English.
             * @example chatroomId room-10001 is not kept alive.
             */
            errorMessage: string;
        };
        /**
         * @description Minutes from now; at most 43200 (30 days).
         * @example 10
         */
        Minute: number;
        /**
         * @description JSON text of your own for the notification; without `needNotify` it has no effect.
         * @example {"reason":"spam"}
         */
        Extra: string;
        UsersUntil: {
            code: components["schemas"]["Code"];
            /** @description The latest end first. */
            users: {
                userId: components["schemas"]["StoredUserId"];
                /** @description When it ends, as `YYYY-MM-DD HH:MM:SS` in the server's time zone. */
                time: components["schemas"]["DateTime"];
            }[];
        };
        /**
         * @description Key of an attribute, 1 to 128 of `A-Z a-z 0-9 + = - _`, case-sensitive.
         * @example topic
         */
        EntryKey: string;
        /**
         * @description Value of an attribute, 1 to 4096 characters.
         * @example chess
         */
        EntryValue: string;
        /**
         * @description True, or 1, deletes them when their owner leaves the chatroom; false when absent.
         * @example true
         */
        AutoDelete: boolean;
        /** @description Type of a message that is sent to the chatroom about the change, `RC:chrmKVNotiMsg` or one of your own, 1 to 32 bytes; none is sent when it is absent. `content` is then required. */
        NoticeObjectName: components["schemas"]["ObjectName"];
        /** @description Content of that message, up to 128 KB; it is sent as it is. For `RC:chrmKVNotiMsg` JSON text with `type` (1 set, 2 deleted), `key` and `value`. Without `objectName` it has no effect. */
        NoticeContent: components["schemas"]["Content"];
        /**
         * @description 1 one-to-one, 3 group, 6 system, 10 ultra group. 2 is an older number of groups and means the same as 3.
         * @example 1
         * @enum {integer}
         */
        ConversationType: 1 | 2 | 3 | 6 | 10;
        /** @description The user whose setting it is, registered or not. */
        Requester: components["schemas"]["UserId"];
        /**
         * @description The other user, the group, or the user in whose name the notifications are sent; 1 to 64 characters.
         * @example UAhIaLkR0
         */
        Target: string;
        /**
         * @description Which messages notify: -1 every message, 1 those with any mention, 2 those that mention this user, 4 those that mention everyone, 5 none. 0 takes the setting away.
         * @example 1
         * @enum {integer}
         */
        UnpushLevel: -1 | 0 | 1 | 2 | 4 | 5;
        /**
         * @description A channel of an ultra group, up to 20 characters; absent for the conversation as a whole. Ignored with other types.
         * @example general
         */
        Channel: string;
        SetLevel: {
            code: components["schemas"]["Code"];
            /**
             * @description The level as in `unpushLevel`, whatever the name says; 0 when nothing is set.
             * @example 2
             * @enum {integer}
             */
            isMuted: -1 | 0 | 1 | 2 | 4 | 5;
        };
        /**
         * @description When it starts, as `HH:MM:SS` in the server's time zone (UTC+8 unless it is set otherwise).
         * @example 22:00:00
         */
        StartTime: string;
        /**
         * @description The name that notifications show, 1 to 64 characters.
         * @example Tony from work
         */
        Remark: string;
        /** @description Sender. */
        Sender: components["schemas"]["UserId"];
        /** @description 1 to 1000 recipients. */
        ToUserIds: components["schemas"]["UserId"][];
        /** @description 1 also delivers the message to the sender's own clients; 0 when absent. */
        IsIncludeSender: components["schemas"]["Switch"];
        /**
         * @description iOS badge, effective with exactly one recipient; -1 leaves it as it is.
         * @example 1
         */
        Count: number;
        /** @description 1 drops recipients whose blocklist holds the sender, or whose allowlist is in force and does not; the answer names them all the same. 0 when absent. */
        VerifyBlacklist: components["schemas"]["Switch"];
        /** @description 0 keeps the message out of the history that is read back; 1 when absent. */
        IsPersisted: components["schemas"]["Switch"];
        /** @description 0 does not count as unread; 1 when absent. */
        IsCounted: components["schemas"]["Switch"];
        /** @description 1 is an iOS silent push; 0 when absent. */
        ContentAvailable: components["schemas"]["Switch"];
        /**
         * @description True makes the message extensible; false when absent.
         * @example false
         */
        Expansion: boolean;
        /**
         * Format: bytes-0-524288
         * @description First expansion pairs as a JSON object of texts, effective only with `expansion` true: at most 100 pairs, keys of 1 to 32 of `A-Z a-z 0-9 + = - _`, values of up to 4096 characters.
         * @example {"type":"3"}
         */
        ExtraContent: string;
        /**
         * @description True: no push for recipients who are offline; false when absent.
         * @example false
         */
        DisablePush: boolean;
        /** @description 1 asks the recipient's client for a read receipt; 0 when absent. */
        NeedReadReceipt: components["schemas"]["Switch"];
        /**
         * @description An integer of 64 bits against repeats: a call that is accepted uses it up for a minute, and until then the same sender is refused with it. None when absent.
         * @example 8735289712345
         */
        MsgRandom: string;
        SentToUsers: {
            code: components["schemas"]["Code"];
            /** @description One entry for each recipient, in the order of the call. */
            messageUIDs: {
                userId: components["schemas"]["UserId"];
                messageUID: components["schemas"]["MessageUid"];
            }[];
        };
        /** @description 1 to 1000 recipients; one who comes twice gets one message, that of the first place. An id of digits may be a number. */
        TemplateUserIds: (string | number)[];
        /**
         * Format: bytes-1-131072
         * @description Template of the content, as JSON text of the type or any text of a custom type. Each copy may have 128 KB, and all of them together 8 MiB, where a copy that is shorter than the template counts as long as that.
         * @example {"content":"{name} has {points} points"}
         */
        TemplateContent: string;
        /** @description What the placeholders stand for, one entry for each recipient. */
        TemplateValues: ({
            [key: string]: string | number;
        } | unknown[] | null)[];
        /**
         * Format: bytes-0-4096
         * @description Up to 4096 bytes, before and after the placeholders are replaced.
         * @example {name}, your result is here
         */
        TemplatePushText: string | null;
        /** @description Template of the push text for each recipient, an empty text for no push; an empty list for no push at all. */
        TemplatePushContents: components["schemas"]["TemplatePushText"][];
        /** @description Template of the data in the push payload for each recipient. */
        TemplatePushData: components["schemas"]["TemplatePushText"][];
        /**
         * Format: bytes-0-4096
         * @description Push settings as JSON text of up to 4096 bytes, one for all recipients or a list with one for each. Not a template.
         * @example {"title":"New message"}
         */
        TemplatePushExt: string | (string | null)[];
        /**
         * @description An integer of 64 bits, as a number or as text, against repeats: a call that is accepted uses it up for a minute, and until then the same sender is refused with it. None when absent.
         * @example 8735289712345
         */
        TemplateMsgRandom: string | number;
        /** @description 1 to 3 groups. */
        ToGroupIds: components["schemas"]["GroupId"][];
        SentToGroups: {
            code: components["schemas"]["Code"];
            /** @description One entry for each group, in the order of the call. */
            messageUIDs: {
                groupId: components["schemas"]["GroupId"];
                messageUID: components["schemas"]["MessageUid"];
            }[];
        };
        /** @description The message, as the answer to its sending named it. */
        MessageToChange: components["schemas"]["MessageUid"];
        /** @description In whose name the pairs are changed. Of a one-to-one message either of the two users; of a group message anybody. */
        OperatorId: components["schemas"]["UserId"];
        /**
         * @description 1 one-to-one, 3 group.
         * @example 1
         * @enum {integer}
         */
        ExtensibleType: 1 | 3;
        /** @example bob */
        TargetId: string;
        /** @description The other one of the two users, or the group; 1 to 64 characters. */
        ExtensionTargetId: components["schemas"]["TargetId"];
        /** @description 1 tells the operator's own clients too; 0 when absent. */
        IsSyncSender: components["schemas"]["Switch"];
        /**
         * @description The hour as `YYYYMMDDHH` in the server's time zone (UTC+8 unless it is set otherwise); `2026013110` is from 10:00 to 11:00.
         * @example 2026013110
         */
        HistoryHour: string;
        /** @description Sender; the recipients' conversation has this id. */
        SystemSender: components["schemas"]["UserId"];
        /**
         * @description 1 to 32 characters, kept as given. At least one is not punctuation or blank; such a word would be found in almost every message.
         * @example money
         */
        Word: string;
        /**
         * @description What stands in place of the word, up to 32 characters; without it, or when it is empty, the word blocks.
         * @example ***
         */
        Replacement: string;
        /**
         * @description How many more words the app may list.
         * @example 9998
         */
        RemainQuota: number;
        WordQuotaExceeded: {
            /**
             * @description Path of the call, suffix included.
             * @example /sensitiveword/batch/add.json
             */
            url: string;
            /**
             * @description 1019 is too many words.
             * @example 1019
             * @constant
             */
            code: 1019;
            /**
             * @description The reason in English.
             * @example sensitive word quota exceeded.
             */
            errorMessage: string;
            remainQuota: components["schemas"]["RemainQuota"];
        };
        /**
         * @description Systems of the devices that are pushed to. Without effect when users are named in `audience.userid`.
         * @example [
         *       "ios",
         *       "android"
         *     ]
         */
        Platforms: ("ios" | "android" | "harmonyOS")[];
        /**
         * Format: bytes-1-40
         * @description Tag of a user, 1 to 40 bytes of UTF-8.
         * @example beijing
         */
        Tag: string;
        /**
         * @description Who is meant. Of several conditions the first in this order counts - `is_to_all`, `userid`, and the others together.
         * @example {
         *       "is_to_all": false,
         *       "tag": [
         *         "beijing"
         *       ],
         *       "tag_or": [
         *         "chess",
         *         "go"
         *       ]
         *     }
         */
        Audience: {
            /**
             * @description True: everybody, whatever the other conditions; false when absent.
             * @example false
             */
            is_to_all?: boolean;
            /** @description These users, up to 1000; they need not be registered. The other conditions and `platform` are ignored. An empty list counts as absent. */
            userid?: components["schemas"]["UserId"][];
            /** @description Users who have all of these tags, up to 20. An empty list counts as absent. */
            tag?: components["schemas"]["Tag"][];
            /** @description Users who have one of these tags, up to 20; with `tag` both must hold. An empty list counts as absent. */
            tag_or?: components["schemas"]["Tag"][];
            /**
             * @description Users whose client is this application package, web clients not counted; with tags both must hold.
             * @example com.example.chat
             */
            packageName?: string;
        };
        /**
         * @description Title, up to 50 characters.
         * @example Weekend
         */
        Title: string;
        /**
         * Format: bytes-0-4096
         * @description Text that is shown, up to 4096 bytes.
         * @example The new opening book is here
         */
        Alert: string;
        /**
         * @description A name that the vendor gives or understands, up to 256 characters.
         * @example NEWS
         */
        Name: string;
        /**
         * @description What the client gets with the push, as it is.
         * @example {
         *       "screen": "news"
         *     }
         */
        Extras: {
            [key: string]: unknown;
        };
        /**
         * @description Settings for iOS.
         * @example {
         *       "badge": 1,
         *       "thread-id": "news"
         *     }
         */
        Ios: {
            /**
             * @description 1 is a silent push; 0 when absent.
             * @example 0
             * @enum {integer}
             */
            contentAvailable?: 0 | 1;
            /**
             * @description Number at the application's icon; 0 and below clear it. It stays when absent.
             * @example 1
             */
            badge?: number;
            /** @description Pushes of one thread are grouped. */
            "thread-id"?: components["schemas"]["Name"];
            /** @description The same as `thread-id`, in the spelling of the Go SDK. */
            threadId?: components["schemas"]["Name"];
            /** @description A push replaces an earlier one with the same id. */
            "apns-collapse-id"?: components["schemas"]["Name"];
            /** @description Kind of rich push, which your client understands. */
            category?: components["schemas"]["Name"];
            /**
             * @description Address of the content of a rich push.
             * @example https://example.com/video.mp4
             */
            richMediaUri?: string;
            /**
             * @description How much it may interrupt; active when absent.
             * @example active
             * @enum {string}
             */
            "interruption-level"?: "passive" | "active" | "time-sensitive" | "critical";
            extras?: components["schemas"]["Extras"];
        };
        /**
         * @description Importance for Huawei and Honor.
         * @example NORMAL
         * @enum {string}
         */
        Importance: "NORMAL" | "LOW";
        /**
         * @description Address of a picture, which must begin with `https://`.
         * @example https://example.com/image.png
         */
        Image: string;
        Huawei: {
            channelId?: components["schemas"]["Name"];
            importance?: components["schemas"]["Importance"];
            image?: components["schemas"]["Image"];
            category?: components["schemas"]["Name"];
        };
        Honor: {
            importance?: components["schemas"]["Importance"];
            image?: components["schemas"]["Image"];
        };
        /**
         * @description Address of the icon for Xiaomi.
         * @example https://example.com/icon.png
         */
        LargeIcon: string;
        Xiaomi: {
            channelId?: components["schemas"]["Name"];
            large_icon_uri?: components["schemas"]["LargeIcon"];
        };
        Oppo: {
            channelId?: components["schemas"]["Name"];
            category?: components["schemas"]["Name"];
            /**
             * @description 1 notification bar; 2 also the locked screen; 16 also banner, vibration and sound.
             * @example 2
             * @enum {integer}
             */
            notify_level?: 1 | 2 | 16;
        };
        /**
         * @description Kind of message for vivo, 0 operation or 1 system; as text or as a number.
         * @example 1
         * @enum {string|integer}
         */
        Classification: "0" | "1" | 0 | 1;
        Vivo: {
            classification?: components["schemas"]["Classification"];
            category?: components["schemas"]["Name"];
        };
        Fcm: {
            channelId?: components["schemas"]["Name"];
            collapse_key?: components["schemas"]["Name"];
            imageUrl?: components["schemas"]["Image"];
        };
        /**
         * @description Settings for Android, one object for each vendor. The Go SDK writes them beside `extras` instead: each then goes to every vendor that knows it and has no value of its own.
         * @example {
         *       "hw": {
         *         "channelId": "news",
         *         "importance": "NORMAL"
         *       }
         *     }
         */
        Android: {
            hw?: components["schemas"]["Huawei"];
            honor?: components["schemas"]["Honor"];
            mi?: components["schemas"]["Xiaomi"];
            oppo?: components["schemas"]["Oppo"];
            vivo?: components["schemas"]["Vivo"];
            fcm?: components["schemas"]["Fcm"];
            extras?: components["schemas"]["Extras"];
            /** @description Channel for Huawei, Xiaomi, OPPO and FCM. */
            channelId?: components["schemas"]["Name"];
            importance?: components["schemas"]["Importance"];
            image?: components["schemas"]["Image"];
            large_icon_uri?: components["schemas"]["LargeIcon"];
            classification?: components["schemas"]["Classification"];
        };
        /**
         * @description Settings for HarmonyOS.
         * @example {
         *       "ohos": {
         *         "category": "IM"
         *       }
         *     }
         */
        HarmonyOs: {
            ohos?: {
                image?: components["schemas"]["Image"];
                category?: components["schemas"]["Name"];
            };
            extras?: components["schemas"]["Extras"];
        };
        /**
         * @description What the notification bar shows.
         * @example {
         *       "title": "Weekend",
         *       "alert": "The new opening book is here"
         *     }
         */
        Notification: {
            title?: components["schemas"]["Title"];
            /** @description Text for every platform that has none of its own, up to 4096 bytes. Required unless each of `platform` has one; with a message nothing is pushed to a platform without a text. */
            alert?: components["schemas"]["Alert"];
            /**
             * @description 1 shows the text even where the user hides details; 0 when absent.
             * @example 0
             * @enum {integer}
             */
            forceShowPushContent?: 0 | 1;
            ios?: components["schemas"]["Ios"] & {
                title?: components["schemas"]["Title"];
                alert?: components["schemas"]["Alert"];
            };
            android?: components["schemas"]["Android"] & {
                alert?: components["schemas"]["Alert"];
            };
            harmonyOS?: components["schemas"]["HarmonyOs"] & {
                alert?: components["schemas"]["Alert"];
            };
        };
        /**
         * @description Id of the push.
         * @example 50whSR6kQiHb7YgFwQzXIb
         */
        TaskId: string;
        /**
         * @description What the notification bar shows.
         * @example {
         *       "title": "Order",
         *       "pushContent": "Your order has arrived"
         *     }
         */
        UserNotification: {
            title?: components["schemas"]["Title"];
            /**
             * Format: bytes-1-4096
             * @description Text that is shown, up to 4096 bytes.
             * @example Your order has arrived
             */
            pushContent: string;
            ios?: components["schemas"]["Ios"];
            android?: components["schemas"]["Android"];
            harmonyOS?: components["schemas"]["HarmonyOs"];
        };
    };
    responses: {
        /** @description The call was refused. Read `code`: the HTTP status only groups the codes. Nothing was changed unless the operation says otherwise, or the code is 1050: then nobody knows. */
        Failure: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FailureBody"];
            };
        };
        /** @description The call was refused. Nothing was changed. */
        WordsFailure: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FailureBody"] | components["schemas"]["WordQuotaExceeded"];
            };
        };
        /** @description The message is stored. */
        Sent: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    code: components["schemas"]["Code"];
                    messageUID: components["schemas"]["MessageUid"];
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Id of this request, as sent by the client in `X-Request-ID` or made by the server. Log it; it finds the request in the server's log. */
        RequestId: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    registerUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["UserId"];
                    /**
                     * @description Display name, used in push texts. Optional; up to 64 characters.
                     * @example Ironman
                     */
                    name?: string;
                    /**
                     * Format: bytes-0-1024
                     * @description Address of the avatar picture, up to 1024 bytes.
                     * @example https://example.com/portrait.png
                     */
                    portraitUri?: string;
                };
            };
        };
        responses: {
            /** @description The user is registered; connect a client with the token. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        userId: components["schemas"]["UserId"];
                        /**
                         * @description Opaque text of up to 256 bytes.
                         * @example bGl2ZS0xLTAxMmpsazQ1Nmo1.c2lnbmF0dXJl
                         */
                        token: string;
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    expireTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description 1 to 20 users. */
                    userId: components["schemas"]["UserId"][];
                    /**
                     * @description Milliseconds since 1970.
                     * @example 1615362955344
                     */
                    time: number;
                };
            };
        };
        responses: {
            /** @description The tokens are invalid. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["UserId"];
                };
            };
        };
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /**
                         * @description Display name; empty when none was given.
                         * @example Ironman
                         */
                        userName: string;
                        /**
                         * @description Address of the avatar picture; empty when none was given.
                         * @example https://example.com/portrait.png
                         */
                        userPortrait: string;
                        /** @description Time of the first registration. */
                        createTime: components["schemas"]["DateTime"];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["UserId"];
                    /**
                     * @description New display name, up to 64 characters.
                     * @example Tony
                     */
                    name?: string;
                    /**
                     * Format: bytes-0-1024
                     * @description New address of the avatar picture, up to 1024 bytes.
                     * @example https://example.com/tony.png
                     */
                    portraitUri?: string;
                };
            };
        };
        responses: {
            /** @description The user is changed. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    deactivateUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description 1 to 100 users, joined by commas in one value; a repeated key is accepted too. */
                    userId: components["schemas"]["UserId"][];
                };
            };
        };
        responses: {
            /** @description The users are deactivated. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOperation"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listDeactivatedUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": {
                    /**
                     * @description Page number from 1; 1 when absent.
                     * @example 1
                     */
                    pageNo?: number;
                    /**
                     * @description Users per page, 1 to 50; 50 when absent.
                     * @example 50
                     */
                    pageSize?: number;
                };
            };
        };
        responses: {
            /** @description One page of user ids. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description Ids of deactivated users. */
                        users: components["schemas"]["StoredUserId"][];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    reactivateUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description 1 to 100 users, joined by commas in one value; a repeated key is accepted too. */
                    userId: components["schemas"]["UserId"][];
                };
            };
        };
        responses: {
            /** @description Every id whose hour is over is active again. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOperation"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    blockUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description 1 to 20 users. */
                    userId: components["schemas"]["UserId"][];
                    /**
                     * @description Length of the block in minutes from now; at most 43200 (30 days).
                     * @example 10
                     */
                    minute: number;
                };
            };
        };
        responses: {
            /** @description The users are blocked. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    unblockUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description 1 to 20 users. */
                    userId: components["schemas"]["UserId"][];
                };
            };
        };
        responses: {
            /** @description The users are not blocked. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listBlockedUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": {
                    /**
                     * @description Page number from 1; absent or 0 means no paging.
                     * @example 1
                     */
                    page?: number;
                    /**
                     * @description Users per page, 1 to 1000; 50 when absent or 0. Used only with a page.
                     * @example 50
                     */
                    size?: number;
                };
            };
        };
        responses: {
            /** @description Blocked users. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description Users blocked now. */
                        users: {
                            userId: components["schemas"]["StoredUserId"];
                            blockEndTime: components["schemas"]["DateTime"];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    checkUserOnline: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["UserId"];
                };
            };
        };
        responses: {
            /** @description The status. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /**
                         * @description The text 1 is online, the text 0 offline.
                         * @example 0
                         * @enum {string}
                         */
                        status: "0" | "1";
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    setPrivateMute: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description 1 to 1000 users. */
                    userId: components["schemas"]["UserId"][];
                    /**
                     * @description 1 mutes, 0 unmutes.
                     * @example 1
                     * @enum {integer}
                     */
                    state: 0 | 1;
                    /**
                     * @description Kind of conversation; PERSON is one-to-one.
                     * @example PERSON
                     * @enum {string}
                     */
                    type: "PERSON";
                };
            };
        };
        responses: {
            /** @description The state is set. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listPrivateMutedUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /**
                     * @description How many to return, 1 to 200; 100 when absent or 0.
                     * @example 100
                     */
                    num?: number;
                    /**
                     * @description How many to skip; 0 when absent.
                     * @example 0
                     */
                    offset?: number;
                    /**
                     * @description Kind of conversation; PERSON is one-to-one.
                     * @example PERSON
                     * @enum {string}
                     */
                    type: "PERSON";
                };
            };
        };
        responses: {
            /** @description One page of muted users. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /**
                         * @description Muted users in all.
                         * @example 3
                         */
                        total: number;
                        /** @description Ids of the muted users of this page. */
                        users: components["schemas"]["StoredUserId"][];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    setUserTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    userId: components["schemas"]["UserId"];
                    tags?: components["schemas"]["Tags"];
                };
            };
        };
        responses: {
            /** @description The tags are set. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    batchSetUserTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 1 to 1000 users. */
                    userIds: components["schemas"]["UserId"][];
                    tags?: components["schemas"]["Tags"];
                };
            };
        };
        responses: {
            /** @description The tags are set. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getUserTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description 1 to 50 users. */
                    userIds: components["schemas"]["UserId"][];
                };
            };
        };
        responses: {
            /** @description Tags by user. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description Key is a user id. */
                        result: {
                            [key: string]: components["schemas"]["Tags"];
                        };
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    addBlocklistUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description Owner of the list. */
                    userId: components["schemas"]["UserId"];
                    blackUserId: components["schemas"]["Users"];
                };
            };
        };
        responses: {
            /** @description The users are on the list. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    removeBlocklistUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description Owner of the list. */
                    userId: components["schemas"]["UserId"];
                    blackUserId: components["schemas"]["Users"];
                };
            };
        };
        responses: {
            /** @description The users are not on the list. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listBlocklistUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description Owner of the list. */
                    userId: components["schemas"]["UserId"];
                    pageToken?: components["schemas"]["PageToken"];
                    size?: components["schemas"]["Size"];
                };
            };
        };
        responses: {
            /** @description One page of the list. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserListPage"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    setAllowlistSwitch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["Users"];
                    /**
                     * @description 1 puts the allowlist in force, 0 the blocklist.
                     * @example 1
                     * @enum {integer}
                     */
                    whiteSetting: 0 | 1;
                };
            };
        };
        responses: {
            /** @description The lists are in force. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getAllowlistSwitch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description 1 to 20 users, registered or not; one who comes twice is answered twice. */
                    userId: components["schemas"]["Users"];
                };
            };
        };
        responses: {
            /** @description The settings. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description One entry for each user. */
                        users: {
                            userId: components["schemas"]["UserId"];
                            /**
                             * @description The text 1 when the allowlist is in force, the text 0 when the blocklist is.
                             * @example 1
                             * @enum {string}
                             */
                            whiteSetting: "0" | "1";
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    addAllowlistUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description Owner of the list. */
                    userId: components["schemas"]["UserId"];
                    whiteUserId: components["schemas"]["Users"];
                };
            };
        };
        responses: {
            /** @description The users are on the list. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    removeAllowlistUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description Owner of the list. */
                    userId: components["schemas"]["UserId"];
                    whiteUserId: components["schemas"]["Users"];
                };
            };
        };
        responses: {
            /** @description The users are not on the list. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listAllowlistUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description Owner of the list. */
                    userId: components["schemas"]["UserId"];
                    pageToken?: components["schemas"]["PageToken"];
                    size?: components["schemas"]["Size"];
                };
            };
        };
        responses: {
            /** @description One page of the list. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserListPage"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    createGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["UserIds"];
                    groupId: components["schemas"]["GroupId"];
                    groupName: components["schemas"]["GroupName"];
                    bindNotifyMsg?: components["schemas"]["BindNotifyMsg"];
                    maxMember?: components["schemas"]["MaxMember"];
                    fromUserId?: components["schemas"]["BoundFromUserId"];
                    objectName?: components["schemas"]["BoundObjectName"];
                    content?: components["schemas"]["BoundContent"];
                    pushContent?: components["schemas"]["PushContent"];
                    pushData?: components["schemas"]["PushData"];
                    pushExt?: components["schemas"]["PushExt"];
                    isIncludeSender?: components["schemas"]["BoundIsIncludeSender"];
                    isPersisted?: components["schemas"]["BoundIsPersisted"];
                    disableUpdateLastMsg?: components["schemas"]["DisableUpdateLastMsg"];
                };
            };
        };
        responses: {
            /** @description The users are members; the bound message, if any, is stored. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupChange"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    dismissGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description Who dismisses the group; kept nowhere. */
                    userId: components["schemas"]["UserId"];
                    groupId: components["schemas"]["GroupId"];
                    bindNotifyMsg?: components["schemas"]["BindNotifyMsg"];
                    maxMember?: components["schemas"]["MaxMember"];
                    fromUserId?: components["schemas"]["BoundFromUserId"];
                    objectName?: components["schemas"]["BoundObjectName"];
                    content?: components["schemas"]["BoundContent"];
                    pushContent?: components["schemas"]["PushContent"];
                    pushData?: components["schemas"]["PushData"];
                    pushExt?: components["schemas"]["PushExt"];
                    isIncludeSender?: components["schemas"]["BoundIsIncludeSender"];
                    isPersisted?: components["schemas"]["BoundIsPersisted"];
                    disableUpdateLastMsg?: components["schemas"]["DisableUpdateLastMsg"];
                };
            };
        };
        responses: {
            /** @description There is no such group; the bound message, if any, is stored. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupChange"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    joinGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["UserIds"];
                    groupId: components["schemas"]["GroupId"];
                    /** @description New name of the group, 1 to 64 characters; absent keeps it. */
                    groupName?: components["schemas"]["GroupName"];
                    bindNotifyMsg?: components["schemas"]["BindNotifyMsg"];
                    maxMember?: components["schemas"]["MaxMember"];
                    fromUserId?: components["schemas"]["BoundFromUserId"];
                    objectName?: components["schemas"]["BoundObjectName"];
                    content?: components["schemas"]["BoundContent"];
                    pushContent?: components["schemas"]["PushContent"];
                    pushData?: components["schemas"]["PushData"];
                    pushExt?: components["schemas"]["PushExt"];
                    isIncludeSender?: components["schemas"]["BoundIsIncludeSender"];
                    isPersisted?: components["schemas"]["BoundIsPersisted"];
                    disableUpdateLastMsg?: components["schemas"]["DisableUpdateLastMsg"];
                };
            };
        };
        responses: {
            /** @description The users are members; the bound message, if any, is stored. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupChange"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    quitGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["UserIds"];
                    groupId: components["schemas"]["GroupId"];
                    bindNotifyMsg?: components["schemas"]["BindNotifyMsg"];
                    maxMember?: components["schemas"]["MaxMember"];
                    fromUserId?: components["schemas"]["BoundFromUserId"];
                    objectName?: components["schemas"]["BoundObjectName"];
                    content?: components["schemas"]["BoundContent"];
                    pushContent?: components["schemas"]["PushContent"];
                    pushData?: components["schemas"]["PushData"];
                    pushExt?: components["schemas"]["PushExt"];
                    isIncludeSender?: components["schemas"]["BoundIsIncludeSender"];
                    isPersisted?: components["schemas"]["BoundIsPersisted"];
                    disableUpdateLastMsg?: components["schemas"]["DisableUpdateLastMsg"];
                };
            };
        };
        responses: {
            /** @description The users are no members; the bound message, if any, is stored. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupChange"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listGroupMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    groupId: components["schemas"]["GroupId"];
                };
            };
        };
        responses: {
            /** @description The members. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description Members, also those never registered. */
                        users: {
                            id: components["schemas"]["StoredUserId"];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    syncUserGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["UserId"];
                    /** @description Names by group id, up to 5000. */
                    group?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description The user is in these groups. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listUserGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["UserId"];
                    /**
                     * @description Page number from 1; absent or 0 gives the list without pages.
                     * @example 1
                     */
                    page?: number;
                    /**
                     * @description Groups per page, 1 to 1000; 50 when absent or 0. Without a page it has no effect.
                     * @example 50
                     */
                    size?: number;
                };
            };
        };
        responses: {
            /** @description The groups. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description Groups that the user is in. */
                        groups: {
                            id: components["schemas"]["GroupId"];
                            name: components["schemas"]["StoredGroupName"];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    updateGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    groupId: components["schemas"]["GroupId"];
                    groupName: components["schemas"]["GroupName"];
                    bindNotifyMsg?: components["schemas"]["BindNotifyMsg"];
                    maxMember?: components["schemas"]["MaxMember"];
                    fromUserId?: components["schemas"]["BoundFromUserId"];
                    objectName?: components["schemas"]["BoundObjectName"];
                    content?: components["schemas"]["BoundContent"];
                    pushContent?: components["schemas"]["PushContent"];
                    pushData?: components["schemas"]["PushData"];
                    pushExt?: components["schemas"]["PushExt"];
                    isIncludeSender?: components["schemas"]["BoundIsIncludeSender"];
                    isPersisted?: components["schemas"]["BoundIsPersisted"];
                    disableUpdateLastMsg?: components["schemas"]["DisableUpdateLastMsg"];
                };
            };
        };
        responses: {
            /** @description The group has the name; the bound message, if any, is stored. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupChange"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    muteGroupUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["Users"];
                    /** @description The group; without it, all groups. */
                    groupId?: components["schemas"]["GroupId"];
                    /**
                     * @description Minutes from now, at most 43200 (30 days); 0 mutes until it is lifted.
                     * @example 10
                     */
                    minute: number;
                };
            };
        };
        responses: {
            /** @description The users are muted. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    unmuteGroupUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["Users"];
                    /** @description The group; without it, the mute in all groups ends. */
                    groupId?: components["schemas"]["GroupId"];
                };
            };
        };
        responses: {
            /** @description The users have no such mute. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listMutedGroupUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description The group; without it, the users muted in all groups are listed. */
                    groupId?: components["schemas"]["GroupId"];
                };
            };
        };
        responses: {
            /** @description The mutes. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description The latest end first. */
                        users: {
                            /** @description When it began, as `YYYY-MM-DD HH:MM:SS` in the server's time zone. */
                            startTime: components["schemas"]["DateTime"];
                            /** @description When it ends; `9999-12-31 23:59:59` for a mute until it is lifted. */
                            time: components["schemas"]["DateTime"];
                            userId: components["schemas"]["StoredUserId"];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    muteGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    groupId: components["schemas"]["Groups"];
                };
            };
        };
        responses: {
            /** @description The groups are muted. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    unmuteGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    groupId: components["schemas"]["Groups"];
                };
            };
        };
        responses: {
            /** @description The groups are not muted. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listMutedGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description 1 to 20 groups; they need not exist, and one that comes twice is answered twice. */
                    groupId?: components["schemas"]["Groups"];
                    /**
                     * @description Page number from 1; 1 when absent or 0.
                     * @example 1
                     */
                    page?: number;
                    /**
                     * @description Groups per page, 1 to 200; 50 when absent or 0.
                     * @example 50
                     */
                    size?: number;
                };
            };
        };
        responses: {
            /** @description The groups. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description One entry for each group. */
                        groupinfo: {
                            groupId: components["schemas"]["GroupId"];
                            /**
                             * @description 1 when all members are muted, else 0.
                             * @example 1
                             * @enum {integer}
                             */
                            stat: 0 | 1;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    addGroupAllowlistUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["Users"];
                    groupId: components["schemas"]["GroupId"];
                };
            };
        };
        responses: {
            /** @description The users are on the list. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    removeGroupAllowlistUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["Users"];
                    groupId: components["schemas"]["GroupId"];
                };
            };
        };
        responses: {
            /** @description The users are not on the list. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listGroupAllowlistUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    groupId: components["schemas"]["GroupId"];
                };
            };
        };
        responses: {
            /** @description The users. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description Users who may send while all members are muted. */
                        userIds: components["schemas"]["StoredUserId"][];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    createChatroom: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                    destroyType?: components["schemas"]["DestroyType"];
                    destroyTime?: components["schemas"]["DestroyTime"];
                    /**
                     * @description True starts with all members muted; false when absent.
                     * @example false
                     */
                    isBan?: boolean;
                    /** @description Up to 20 users who may send although all members are muted. */
                    whiteUserIds?: components["schemas"]["UserId"][];
                    /** @description Owner of the attributes in `entryInfo`, which need one. Without them it has no effect. */
                    entryOwnerId?: components["schemas"]["UserId"];
                    entryInfo?: components["schemas"]["EntryInfo"];
                };
            };
        };
        responses: {
            /** @description The chatroom exists with these settings. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    setChatroomDestruction: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                    destroyType?: components["schemas"]["DestroyType"];
                    destroyTime?: components["schemas"]["DestroyTime"];
                };
            };
        };
        responses: {
            /** @description The setting holds. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    destroyChatrooms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description 1 to 100 chatrooms. */
                    chatroomId: components["schemas"]["ChatroomId"][];
                };
            };
        };
        responses: {
            /** @description The chatrooms do not exist. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getChatroom: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                };
            };
        };
        responses: {
            /** @description The chatroom; or there is none, which `code` tells. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chatroom"] | components["schemas"]["UnknownChatroom"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    createNamedChatrooms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description Names by id, 1 to 100; on the wire `chatroom[10001]=name1&chatroom[10002]=name2`. */
                    chatroom: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description The chatrooms exist. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listNamedChatrooms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description 1 to 20 chatrooms. */
                    chatroomId: components["schemas"]["ChatroomId"][];
                };
            };
        };
        responses: {
            /** @description The chatrooms that exist. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description One entry for each chatroom that exists. */
                        chatRooms: {
                            chrmId: components["schemas"]["ChatroomId"];
                            /**
                             * @description Name; empty when none was given.
                             * @example name1
                             */
                            name: string;
                            time: components["schemas"]["DateTime"];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    keepChatroomAlive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                };
            };
        };
        responses: {
            /** @description The chatroom is kept alive. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    removeKeptAliveChatroom: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                };
            };
        };
        responses: {
            /** @description The chatroom is not kept alive any more; or it was not, which `code` tells. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] | components["schemas"]["UnknownKeepalive"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listKeptAliveChatrooms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": Record<string, never>;
            };
        };
        responses: {
            /** @description Ids that are kept alive. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description At most 5 chatrooms. */
                        chatroomIds: components["schemas"]["ChatroomId"][];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listChatroomMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                    /**
                     * @description How many members to return; 500 when absent, and for more than 500.
                     * @example 100
                     */
                    count?: number;
                    /**
                     * @description 1 the earliest join first, 2 the latest; 1 when absent.
                     * @example 1
                     * @enum {integer}
                     */
                    order?: 1 | 2;
                };
            };
        };
        responses: {
            /** @description Members. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /**
                         * @description Members in all, not only those returned.
                         * @example 2
                         */
                        total: number;
                        /** @description At most `count` members. */
                        users: {
                            id: components["schemas"]["StoredUserId"];
                            /** @description When the user joined, as `YYYY-MM-DD HH:MM:SS` in the server's time zone. */
                            time: components["schemas"]["DateTime"];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    checkChatroomMember: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                    userId: components["schemas"]["UserId"];
                };
            };
        };
        responses: {
            /** @description Whether the user is a member. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /**
                         * @description True when the user is a member.
                         * @example true
                         */
                        isInChrm: boolean;
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    checkChatroomMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                    /** @description 1 to 1000 users; one who comes twice is answered twice. */
                    userId: components["schemas"]["UserId"][];
                };
            };
        };
        responses: {
            /** @description Who is a member. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description One entry for each user of the call. */
                        result: {
                            userId: components["schemas"]["UserId"];
                            /**
                             * @description 1 is a member, 0 is not.
                             * @example 1
                             * @enum {integer}
                             */
                            isInChrm: 0 | 1;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    muteChatroomUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["Users"];
                    chatroomId: components["schemas"]["ChatroomId"];
                    minute: components["schemas"]["Minute"];
                    /**
                     * @description True tells the members of the chatroom; false when absent.
                     * @example false
                     */
                    needNotify?: boolean;
                    extra?: components["schemas"]["Extra"];
                };
            };
        };
        responses: {
            /** @description The users are muted. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    unmuteChatroomUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["Users"];
                    chatroomId: components["schemas"]["ChatroomId"];
                    /**
                     * @description True tells the members of the chatroom; false when absent.
                     * @example false
                     */
                    needNotify?: boolean;
                    extra?: components["schemas"]["Extra"];
                };
            };
        };
        responses: {
            /** @description The users are not muted in this chatroom. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listMutedChatroomUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                };
            };
        };
        responses: {
            /** @description Users muted now, and until when. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsersUntil"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    muteChatroom: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                    /**
                     * @description True tells the members of the chatroom; false when absent.
                     * @example false
                     */
                    needNotify?: boolean;
                    extra?: components["schemas"]["Extra"];
                };
            };
        };
        responses: {
            /** @description All members are muted. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    unmuteChatrooms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description 1 to 20 chatrooms. */
                    chatroomId: components["schemas"]["ChatroomId"][];
                    /**
                     * @description True tells the members of the chatroom; false when absent.
                     * @example false
                     */
                    needNotify?: boolean;
                    extra?: components["schemas"]["Extra"];
                };
            };
        };
        responses: {
            /** @description The chatrooms are not muted. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listMutedChatrooms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": {
                    /**
                     * @description Chatrooms per page, 1 to 1000; 50 when absent or 0.
                     * @example 50
                     */
                    size?: number;
                    /**
                     * @description Page number from 1; 1 when absent or 0.
                     * @example 1
                     */
                    page?: number;
                };
            };
        };
        responses: {
            /** @description One page of muted chatrooms. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description Ids of the muted chatrooms of this page. */
                        chatroomIds: components["schemas"]["ChatroomId"][];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    checkChatroomMuted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                };
            };
        };
        responses: {
            /** @description Whether all members are muted. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /**
                         * @description 1 muted, 0 not muted.
                         * @example 0
                         * @enum {integer}
                         */
                        status: 0 | 1;
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    addChatroomAllowlistUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                    userId: components["schemas"]["Users"];
                    /**
                     * @description True tells the members of the chatroom; false when absent.
                     * @example false
                     */
                    needNotify?: boolean;
                    extra?: components["schemas"]["Extra"];
                };
            };
        };
        responses: {
            /** @description The users are on the list. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    removeChatroomAllowlistUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                    userId: components["schemas"]["Users"];
                    /**
                     * @description True tells the members of the chatroom; false when absent.
                     * @example false
                     */
                    needNotify?: boolean;
                    extra?: components["schemas"]["Extra"];
                };
            };
        };
        responses: {
            /** @description The users are not on the list. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listChatroomAllowlistUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                };
            };
        };
        responses: {
            /** @description Users on the list. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description At most 20 users. */
                        userIds: components["schemas"]["StoredUserId"][];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    muteUsersInAllChatrooms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["Users"];
                    minute: components["schemas"]["Minute"];
                    /**
                     * @description True tells the muted users; false when absent.
                     * @example false
                     */
                    needNotify?: boolean;
                    extra?: components["schemas"]["Extra"];
                };
            };
        };
        responses: {
            /** @description The users are muted. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    unmuteUsersInAllChatrooms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["Users"];
                    /**
                     * @description True tells the freed users; false when absent.
                     * @example false
                     */
                    needNotify?: boolean;
                    extra?: components["schemas"]["Extra"];
                };
            };
        };
        responses: {
            /** @description The users are not muted in all chatrooms. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listUsersMutedInAllChatrooms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": Record<string, never>;
            };
        };
        responses: {
            /** @description Users muted now, and until when. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsersUntil"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    blockChatroomUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["Users"];
                    chatroomId: components["schemas"]["ChatroomId"];
                    minute: components["schemas"]["Minute"];
                    /**
                     * @description True tells the members of the chatroom and the blocked users; false when absent.
                     * @example false
                     */
                    needNotify?: boolean;
                    extra?: components["schemas"]["Extra"];
                };
            };
        };
        responses: {
            /** @description The users are blocked. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    unblockChatroomUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["Users"];
                    chatroomId: components["schemas"]["ChatroomId"];
                    /**
                     * @description True tells the unblocked users; false when absent.
                     * @example false
                     */
                    needNotify?: boolean;
                    extra?: components["schemas"]["Extra"];
                };
            };
        };
        responses: {
            /** @description The users are not blocked. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listBlockedChatroomUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                };
            };
        };
        responses: {
            /** @description Users blocked now, and until when. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsersUntil"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    addLowPriorityMessageTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description 1 to 20 message types. */
                    objectName: components["schemas"]["ObjectName"][];
                };
            };
        };
        responses: {
            /** @description The types are low priority. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    removeLowPriorityMessageTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description 1 to 20 message types. */
                    objectName: components["schemas"]["ObjectName"][];
                };
            };
        };
        responses: {
            /** @description The types are high priority. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listLowPriorityMessageTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": Record<string, never>;
            };
        };
        responses: {
            /** @description Low-priority types. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description At most 20 types. */
                        objectNames: components["schemas"]["ObjectName"][];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    addChatroomWhitelistUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                    /** @description 1 to 5 users, registered or not. */
                    userId: components["schemas"]["UserId"][];
                };
            };
        };
        responses: {
            /** @description The users are on the list. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    removeChatroomWhitelistUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                    /** @description 1 to 5 users, registered or not. */
                    userId: components["schemas"]["UserId"][];
                };
            };
        };
        responses: {
            /** @description The users are not on the list. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listChatroomWhitelistUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                };
            };
        };
        responses: {
            /** @description Users on the list. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description At most 5 users; ids, not objects. */
                        users: components["schemas"]["UserId"][];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    addChatroomWhitelistMessageTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description 1 to 20 message types; the name of the parameter is all lower case. */
                    objectnames: components["schemas"]["ObjectName"][];
                };
            };
        };
        responses: {
            /** @description The types are on the list. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    removeChatroomWhitelistMessageTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description 1 to 20 message types; the name of the parameter is all lower case. */
                    objectnames: components["schemas"]["ObjectName"][];
                };
            };
        };
        responses: {
            /** @description The types are not on the list. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listChatroomWhitelistMessageTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": Record<string, never>;
            };
        };
        responses: {
            /** @description Types on the list. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description At most 20 types. The key is spelled without the first `e` of whitelist. */
                        whitlistMsgType: components["schemas"]["ObjectName"][];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    setChatroomAttribute: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                    /** @description Owner of the attribute, and sender of the message about the change. */
                    userId: components["schemas"]["UserId"];
                    key: components["schemas"]["EntryKey"];
                    value: components["schemas"]["EntryValue"];
                    autoDelete?: components["schemas"]["AutoDelete"];
                    objectName?: components["schemas"]["NoticeObjectName"];
                    content?: components["schemas"]["NoticeContent"];
                };
            };
        };
        responses: {
            /** @description The attribute is set. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    batchSetChatroomAttributes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                    /** @description Owner of all the attributes; need not be in the chatroom. */
                    entryOwnerId: components["schemas"]["UserId"];
                    entryInfo: components["schemas"]["EntryInfo"];
                    autoDelete?: components["schemas"]["AutoDelete"];
                };
            };
        };
        responses: {
            /** @description The attributes are set. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    removeChatroomAttribute: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                    /** @description Sender of the message about the change; need be neither the owner nor in the chatroom. */
                    userId: components["schemas"]["UserId"];
                    key: components["schemas"]["EntryKey"];
                    objectName?: components["schemas"]["NoticeObjectName"];
                    content?: components["schemas"]["NoticeContent"];
                };
            };
        };
        responses: {
            /** @description The attribute is not there. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    batchRemoveChatroomAttributes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                    /** @description A user id; it is required and has no effect. */
                    entryOwnerId: components["schemas"]["UserId"];
                    /**
                     * @description Keys as the text of a JSON array, at most 20.
                     * @example ["topic","level"]
                     */
                    entryKeys: string;
                };
            };
        };
        responses: {
            /** @description The attributes are not there. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listChatroomAttributes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    chatroomId: components["schemas"]["ChatroomId"];
                    /** @description Up to 100 keys; all attributes when absent or empty. */
                    keys?: components["schemas"]["EntryKey"][];
                };
            };
        };
        responses: {
            /** @description Attributes. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description At most 100 attributes. */
                        keys: {
                            key: components["schemas"]["EntryKey"];
                            /**
                             * @description Value; empty only where it was set so in a batch.
                             * @example chess
                             */
                            value: string;
                            userId: components["schemas"]["StoredUserId"];
                            /**
                             * @description 1 goes when its owner, `userId`, leaves the chatroom. A text here.
                             * @example 1
                             * @enum {string}
                             */
                            autoDelete: "0" | "1";
                            /**
                             * @description Time of the last set, milliseconds since 1970 as text.
                             * @example 1769827099000
                             */
                            lastSetTime: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    setConversationPin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description Whose list it is. */
                    userId: components["schemas"]["UserId"];
                    /**
                     * @description 1 one-to-one, 3 group, 6 system.
                     * @example 1
                     * @enum {integer}
                     */
                    conversationType: 1 | 3 | 6;
                    /**
                     * @description The other user, the group, or the user in whose name the notifications are sent; 1 to 64 characters.
                     * @example RfqHbcjes
                     */
                    targetId: string;
                    /**
                     * @description True pins, false unpins.
                     * @example true
                     */
                    setTop: boolean;
                };
            };
        };
        responses: {
            /** @description The conversation is pinned, or it is not. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    setConversationNotification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    conversationType: components["schemas"]["ConversationType"];
                    requestId: components["schemas"]["Requester"];
                    targetId: components["schemas"]["Target"];
                    /**
                     * @description 1 no message notifies, 0 takes the setting away. The query answers what is set with it as 1.
                     * @example 1
                     * @enum {integer}
                     */
                    isMuted?: 0 | 1;
                    unpushLevel?: components["schemas"]["UnpushLevel"];
                    busChannel?: components["schemas"]["Channel"];
                };
            };
        };
        responses: {
            /** @description The setting holds. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getConversationNotification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    conversationType: components["schemas"]["ConversationType"];
                    requestId: components["schemas"]["Requester"];
                    targetId: components["schemas"]["Target"];
                    busChannel?: components["schemas"]["Channel"];
                };
            };
        };
        responses: {
            /** @description The level. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetLevel"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    setConversationTypeNotification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    conversationType: components["schemas"]["ConversationType"];
                    requestId: components["schemas"]["Requester"];
                    unpushLevel: components["schemas"]["UnpushLevel"];
                };
            };
        };
        responses: {
            /** @description The setting holds. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getConversationTypeNotification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    conversationType: components["schemas"]["ConversationType"];
                    requestId: components["schemas"]["Requester"];
                };
            };
        };
        responses: {
            /** @description The level. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetLevel"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    setQuietPeriod: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["UserId"];
                    startTime: components["schemas"]["StartTime"];
                    /**
                     * @description Length in minutes; 0 is no period.
                     * @example 120
                     */
                    period: number;
                    /**
                     * @description What still notifies: 0 every message, 1 those with any mention, 5 none. 1 when absent.
                     * @example 1
                     * @enum {integer}
                     */
                    level?: 0 | 1 | 5;
                };
            };
        };
        responses: {
            /** @description The period holds. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    deleteQuietPeriod: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["UserId"];
                };
            };
        };
        responses: {
            /** @description There is no period. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getQuietPeriod: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    userId: components["schemas"]["UserId"];
                };
            };
        };
        responses: {
            /** @description The period. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description The period. */
                        data: {
                            /**
                             * @description When it starts, as `HH:MM:SS` in the server's time zone; empty without a period.
                             * @example 22:00:00
                             */
                            startTime: string;
                            /**
                             * @description Length in minutes.
                             * @example 480
                             */
                            period: number;
                            /**
                             * @description What was set as `level`.
                             * @example 5
                             * @enum {integer}
                             */
                            unPushLevel: 0 | 1 | 5;
                            /**
                             * @description The same as `unPushLevel`, by the name that the official Java SDK reads.
                             * @example 5
                             * @enum {integer}
                             */
                            level: 0 | 1 | 5;
                        };
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    setUserRemarks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description Who gives the names. */
                    userId: components["schemas"]["UserId"];
                    /**
                     * @description A JSON list of 1 to 100 objects as text, each with `id`, the user, and `remark`, the name of 1 to 64 characters. The case of the keys does not matter.
                     * @example [{"id":"user11","remark":"Tony"}]
                     */
                    remarks: string;
                };
            };
        };
        responses: {
            /** @description All names are set. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    deleteUserRemark: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description Who gave the name. */
                    userId: components["schemas"]["UserId"];
                    /** @description Whose name it is. */
                    targetId: components["schemas"]["UserId"];
                };
            };
        };
        responses: {
            /** @description There is no such name. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listUserRemarks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description Who gave the names. */
                    userId: components["schemas"]["UserId"];
                    /**
                     * @description Page number from 1; 1 when absent or 0.
                     * @example 1
                     */
                    page?: number;
                    /**
                     * @description Names per page; 50 when absent or 0, and at most.
                     * @example 50
                     */
                    size?: number;
                };
            };
        };
        responses: {
            /** @description One page of names. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /**
                         * @description Number of names on all pages.
                         * @example 2
                         */
                        total: number;
                        /** @description The names of this page. */
                        users: {
                            id: components["schemas"]["UserId"];
                            remark: components["schemas"]["Remark"];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    setGroupRemark: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description The member. */
                    userId: components["schemas"]["UserId"];
                    groupId: components["schemas"]["GroupId"];
                    remark: components["schemas"]["Remark"];
                };
            };
        };
        responses: {
            /** @description The name is set. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    deleteGroupRemark: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description The member. */
                    userId: components["schemas"]["UserId"];
                    groupId: components["schemas"]["GroupId"];
                };
            };
        };
        responses: {
            /** @description There is no such name. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getGroupRemark: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description The member. */
                    userId: components["schemas"]["UserId"];
                    groupId: components["schemas"]["GroupId"];
                };
            };
        };
        responses: {
            /** @description The name. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /**
                         * @description The name; empty when there is none.
                         * @example Captain
                         */
                        remark: string;
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    publishPrivateMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    fromUserId: components["schemas"]["Sender"];
                    toUserId: components["schemas"]["ToUserIds"];
                    objectName: components["schemas"]["ObjectName"];
                    content: components["schemas"]["Content"];
                    pushContent?: components["schemas"]["PushContent"];
                    pushData?: components["schemas"]["PushData"];
                    pushExt?: components["schemas"]["PushExt"];
                    isIncludeSender?: components["schemas"]["IsIncludeSender"];
                    count?: components["schemas"]["Count"];
                    verifyBlacklist?: components["schemas"]["VerifyBlacklist"];
                    isPersisted?: components["schemas"]["IsPersisted"];
                    isCounted?: components["schemas"]["IsCounted"];
                    contentAvailable?: components["schemas"]["ContentAvailable"];
                    expansion?: components["schemas"]["Expansion"];
                    extraContent?: components["schemas"]["ExtraContent"];
                    disablePush?: components["schemas"]["DisablePush"];
                    disableUpdateLastMsg?: components["schemas"]["DisableUpdateLastMsg"];
                    needReadReceipt?: components["schemas"]["NeedReadReceipt"];
                    msgRandom?: components["schemas"]["MsgRandom"];
                };
            };
        };
        responses: {
            /** @description The messages are stored, one for each recipient. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentToUsers"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    publishPrivateTemplateMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fromUserId: components["schemas"]["Sender"];
                    toUserId: components["schemas"]["TemplateUserIds"];
                    objectName: components["schemas"]["ObjectName"];
                    content: components["schemas"]["TemplateContent"];
                    values: components["schemas"]["TemplateValues"];
                    pushContent: components["schemas"]["TemplatePushContents"];
                    pushData?: components["schemas"]["TemplatePushData"];
                    pushExt?: components["schemas"]["TemplatePushExt"];
                    isIncludeSender?: components["schemas"]["IsIncludeSender"];
                    verifyBlacklist?: components["schemas"]["VerifyBlacklist"];
                    isPersisted?: components["schemas"]["IsPersisted"];
                    isCounted?: components["schemas"]["IsCounted"];
                    contentAvailable?: components["schemas"]["ContentAvailable"];
                    expansion?: components["schemas"]["Expansion"];
                    disablePush?: components["schemas"]["DisablePush"];
                    disableUpdateLastMsg?: components["schemas"]["DisableUpdateLastMsg"];
                    needReadReceipt?: components["schemas"]["NeedReadReceipt"];
                    msgRandom?: components["schemas"]["TemplateMsgRandom"];
                };
            };
        };
        responses: {
            /** @description The messages are stored, one for each recipient. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentToUsers"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    publishPrivateStatusMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    fromUserId: components["schemas"]["Sender"];
                    toUserId: components["schemas"]["ToUserIds"];
                    objectName: components["schemas"]["ObjectName"];
                    content: components["schemas"]["Content"];
                    verifyBlacklist?: components["schemas"]["VerifyBlacklist"];
                    isIncludeSender?: components["schemas"]["IsIncludeSender"];
                    msgRandom?: components["schemas"]["MsgRandom"];
                };
            };
        };
        responses: {
            /** @description Accepted. The ids name no stored message. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentToUsers"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    publishGroupMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    fromUserId: components["schemas"]["Sender"];
                    /** @description 1 to 3 groups; exactly 1 for a directed message. */
                    toGroupId: components["schemas"]["ToGroupIds"];
                    /** @description The members who receive a directed message. */
                    toUserId?: components["schemas"]["UserId"][];
                    objectName: components["schemas"]["ObjectName"];
                    content: components["schemas"]["Content"];
                    pushContent?: components["schemas"]["PushContent"];
                    pushData?: components["schemas"]["PushData"];
                    pushExt?: components["schemas"]["PushExt"];
                    isIncludeSender?: components["schemas"]["IsIncludeSender"];
                    isPersisted?: components["schemas"]["IsPersisted"];
                    isCounted?: components["schemas"]["IsCounted"];
                    /** @description 1 makes `mentionedInfo` in the content effective; 0 when absent. */
                    isMentioned?: components["schemas"]["Switch"];
                    contentAvailable?: components["schemas"]["ContentAvailable"];
                    expansion?: components["schemas"]["Expansion"];
                    extraContent?: components["schemas"]["ExtraContent"];
                    disablePush?: components["schemas"]["DisablePush"];
                    disableUpdateLastMsg?: components["schemas"]["DisableUpdateLastMsg"];
                    needReadReceipt?: components["schemas"]["NeedReadReceipt"];
                    msgRandom?: components["schemas"]["MsgRandom"];
                };
            };
        };
        responses: {
            /** @description The messages are stored, one for each group. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentToGroups"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    setMessageExpansion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    msgUID: components["schemas"]["MessageToChange"];
                    userId: components["schemas"]["OperatorId"];
                    conversationType: components["schemas"]["ExtensibleType"];
                    targetId: components["schemas"]["ExtensionTargetId"];
                    /**
                     * Format: bytes-0-524288
                     * @description The pairs as a JSON object of texts: at most 100, keys of 1 to 32 of `A-Z a-z 0-9 + = - _`, values of up to 4096 characters; up to 512 KB in all.
                     * @example {"type":"3"}
                     */
                    extraKeyVal: string;
                    isSyncSender?: components["schemas"]["IsSyncSender"];
                };
            };
        };
        responses: {
            /** @description The pairs are set. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    deleteMessageExpansion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    msgUID: components["schemas"]["MessageToChange"];
                    userId: components["schemas"]["OperatorId"];
                    conversationType: components["schemas"]["ExtensibleType"];
                    targetId: components["schemas"]["ExtensionTargetId"];
                    /**
                     * Format: bytes-0-65536
                     * @description The keys as a JSON array of at most 100 texts.
                     * @example ["type"]
                     */
                    extraKey: string;
                    isSyncSender?: components["schemas"]["IsSyncSender"];
                };
            };
        };
        responses: {
            /** @description The keys are not there. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getMessageExpansion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    msgUID: components["schemas"]["MessageToChange"];
                    /**
                     * @description Page, from 1; 1 when absent.
                     * @example 1
                     */
                    pageNo?: number;
                };
            };
        };
        responses: {
            /** @description The pairs. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description By key, at most 300 pairs. */
                        extraContent: {
                            [key: string]: {
                                /**
                                 * @description Value.
                                 * @example 3
                                 */
                                v: string;
                                /**
                                 * @description Version of the pair: grows from change to change of the message, and says nothing else. Pairs of one call have the same.
                                 * @example 42
                                 */
                                ts: number;
                            };
                        };
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    recallMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description Sender of the message. */
                    fromUserId: components["schemas"]["UserId"];
                    /**
                     * @description 1 one-to-one, 3 group, 4 chatroom, 6 system.
                     * @example 1
                     * @enum {integer}
                     */
                    conversationType: 1 | 3 | 4 | 6;
                    /** @description Recipient, group or chatroom; 1 to 64 characters. */
                    targetId: components["schemas"]["TargetId"];
                    messageUID: components["schemas"]["MessageToChange"];
                    /**
                     * @description When the message was sent, in milliseconds since 1970, as clients are told it. 0 or absent: the time of the message, if it is known.
                     * @example 1769827099000
                     */
                    sentTime?: number;
                    /** @description 1 lets the notice in clients say that an administrator recalled the message; 0 when absent. */
                    isAdmin?: components["schemas"]["Switch"];
                    /** @description 1 lets the message disappear from clients without a notice; 0 when absent. */
                    isDelete?: components["schemas"]["Switch"];
                    /**
                     * @description True: no push for recipients who are offline; false when absent.
                     * @example false
                     */
                    disablePush?: boolean;
                    /**
                     * @description True: the client keeps the former last message of the conversation; false when absent.
                     * @example false
                     */
                    disableUpdateLastMsg?: boolean;
                    /**
                     * Format: bytes-0-4096
                     * @description Any text, which clients get with the command; up to 4096 bytes.
                     * @example spam
                     */
                    extra?: string;
                };
            };
        };
        responses: {
            /** @description The command is stored. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getHistoryLog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    date: components["schemas"]["HistoryHour"];
                };
            };
        };
        responses: {
            /** @description The address, empty when there is no log. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /**
                         * @description Where to download the zip; empty when there is none.
                         * @example http://localhost:8080/history-log/uwd1c0sxdlx2/2026013110.zip?expires=1769838000000&signature=Kk3rVn8dQ0mYx2Zp5LhT7sWb1cGfJ4eA
                         */
                        url: string;
                        date: components["schemas"]["HistoryHour"];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    deleteHistoryLog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    date: components["schemas"]["HistoryHour"];
                };
            };
        };
        responses: {
            /** @description The log is deleted. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    clearMessages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /**
                     * @description 1 one-to-one, 3 group, 4 chatroom, 6 system.
                     * @example 1
                     * @enum {integer}
                     */
                    conversationType: 1 | 3 | 4 | 6;
                    /** @description Whose history is cleared; of a chatroom, who clears it. */
                    fromUserId: components["schemas"]["UserId"];
                    /** @description The other user, the group, the chatroom, or the user in whose name the notifications were sent; 1 to 64 characters. */
                    targetId: components["schemas"]["TargetId"];
                    /**
                     * @description Milliseconds since 1970 as digits. What was sent at this time or before goes; everything when it is absent.
                     * @example 1769827099000
                     */
                    msgTimestamp?: string;
                };
            };
        };
        responses: {
            /** @description The history is cleared. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    publishGroupStatusMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    fromUserId: components["schemas"]["Sender"];
                    toGroupId: components["schemas"]["ToGroupIds"];
                    objectName: components["schemas"]["ObjectName"];
                    content: components["schemas"]["Content"];
                    isIncludeSender?: components["schemas"]["IsIncludeSender"];
                    msgRandom?: components["schemas"]["MsgRandom"];
                };
            };
        };
        responses: {
            /** @description Accepted. The ids name no stored message. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentToGroups"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    publishChatroomMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    fromUserId: components["schemas"]["Sender"];
                    /** @description 1 to 100 chatrooms. */
                    toChatroomId: components["schemas"]["ChatroomId"][];
                    objectName: components["schemas"]["ObjectName"];
                    content: components["schemas"]["Content"];
                    isPersisted?: components["schemas"]["IsPersisted"];
                    isIncludeSender?: components["schemas"]["IsIncludeSender"];
                    /**
                     * @description What becomes of this message when the chatroom has too many: 1 is kept as if its type were on the whitelist, 2 is of the ordinary high level, 3 of the low level that is dropped first; with 0, or absent, its type decides.
                     * @example 0
                     * @enum {integer}
                     */
                    priority?: 0 | 1 | 2 | 3;
                    msgRandom?: components["schemas"]["MsgRandom"];
                };
            };
        };
        responses: {
            /** @description The messages are stored, one for each chatroom. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description One entry for each chatroom, in the order of the call. */
                        messageUIDs: {
                            chatroomId: components["schemas"]["ChatroomId"];
                            messageUID: components["schemas"]["MessageUid"];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    publishChatroomBroadcast: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    fromUserId: components["schemas"]["Sender"];
                    objectName: components["schemas"]["ObjectName"];
                    content: components["schemas"]["Content"];
                    isIncludeSender?: components["schemas"]["IsIncludeSender"];
                };
            };
        };
        responses: {
            /** @description The message is stored. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    publishSystemMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    fromUserId: components["schemas"]["SystemSender"];
                    /** @description 1 to 100 recipients. */
                    toUserId: components["schemas"]["UserId"][];
                    objectName: components["schemas"]["ObjectName"];
                    content: components["schemas"]["Content"];
                    pushContent?: components["schemas"]["PushContent"];
                    pushData?: components["schemas"]["PushData"];
                    pushExt?: components["schemas"]["PushExt"];
                    isPersisted?: components["schemas"]["IsPersisted"];
                    isCounted?: components["schemas"]["IsCounted"];
                    count?: components["schemas"]["Count"];
                    contentAvailable?: components["schemas"]["ContentAvailable"];
                    disablePush?: components["schemas"]["DisablePush"];
                    disableUpdateLastMsg?: components["schemas"]["DisableUpdateLastMsg"];
                    msgRandom?: components["schemas"]["MsgRandom"];
                };
            };
        };
        responses: {
            /** @description The messages are stored, one for each recipient. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentToUsers"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    publishSystemTemplateMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fromUserId: components["schemas"]["SystemSender"];
                    /** @description 1 to 100 recipients; one who comes twice gets one message, that of the first place. An id of digits may be a number. */
                    toUserId: components["schemas"]["TemplateUserIds"];
                    objectName: components["schemas"]["ObjectName"];
                    content: components["schemas"]["TemplateContent"];
                    values: components["schemas"]["TemplateValues"];
                    pushContent: components["schemas"]["TemplatePushContents"];
                    pushData?: components["schemas"]["TemplatePushData"];
                    pushExt?: components["schemas"]["TemplatePushExt"];
                    contentAvailable?: components["schemas"]["ContentAvailable"];
                    disablePush?: components["schemas"]["DisablePush"];
                    disableUpdateLastMsg?: components["schemas"]["DisableUpdateLastMsg"];
                    msgRandom?: components["schemas"]["TemplateMsgRandom"];
                };
            };
        };
        responses: {
            /** @description The messages are stored, one for each recipient. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentToUsers"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    addSensitiveWord: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    word: components["schemas"]["Word"];
                    replaceWord?: components["schemas"]["Replacement"];
                };
            };
        };
        responses: {
            /** @description The word is listed. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            400: components["responses"]["WordsFailure"];
            "4XX": components["responses"]["Failure"];
        };
    };
    batchAddSensitiveWords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 1 to 50 words. */
                    words: {
                        word: components["schemas"]["Word"];
                        /**
                         * @description What stands in place of the word, up to 32 characters; without it, or when it is empty, the word blocks.
                         * @example ***
                         */
                        replaceWord?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description All words are listed. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        remainQuota: components["schemas"]["RemainQuota"];
                    };
                };
            };
            400: components["responses"]["WordsFailure"];
            "4XX": components["responses"]["Failure"];
        };
    };
    removeSensitiveWord: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    word: components["schemas"]["Word"];
                };
            };
        };
        responses: {
            /** @description The word is not listed. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    batchRemoveSensitiveWords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description 1 to 50 words. */
                    words: components["schemas"]["Word"][];
                };
            };
        };
        responses: {
            /** @description None of the words is listed. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listSensitiveWords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": {
                    /**
                     * @description 0 words that are replaced, 1 words that block, 2 both. 1 when absent.
                     * @example 2
                     * @enum {integer}
                     */
                    type?: 0 | 1 | 2;
                };
            };
        };
        responses: {
            /** @description Words. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description All matching words. */
                        words: {
                            /**
                             * @description The word as it was given.
                             * @example money
                             */
                            word: string;
                            /**
                             * @description Its replacement; empty for a word that blocks.
                             * @example ***
                             */
                            replaceWord: string;
                            /**
                             * @description 0 is replaced, 1 blocks. A text here.
                             * @example 0
                             * @enum {string}
                             */
                            type: "0" | "1";
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    broadcastMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    fromUserId: components["schemas"]["SystemSender"];
                    objectName: components["schemas"]["ObjectName"];
                    content: components["schemas"]["Content"];
                    pushContent?: components["schemas"]["PushContent"];
                    pushData?: components["schemas"]["PushData"];
                    /** @description Push settings as JSON text; up to 4096 bytes. */
                    pushExt?: components["schemas"]["PushExt"];
                    contentAvailable?: components["schemas"]["ContentAvailable"];
                    /**
                     * @description Pushes to devices of this system only; to all when absent. The message goes to everybody.
                     * @example iOS
                     * @enum {string}
                     */
                    os?: "iOS" | "Android";
                    disableUpdateLastMsg?: components["schemas"]["DisableUpdateLastMsg"];
                    msgRandom?: components["schemas"]["MsgRandom"];
                };
            };
        };
        responses: {
            200: components["responses"]["Sent"];
            "4XX": components["responses"]["Failure"];
        };
    };
    broadcastToOnlineUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    fromUserId: components["schemas"]["SystemSender"];
                    objectName: components["schemas"]["ObjectName"];
                    content: components["schemas"]["Content"];
                    disableUpdateLastMsg?: components["schemas"]["DisableUpdateLastMsg"];
                    msgRandom?: components["schemas"]["MsgRandom"];
                };
            };
        };
        responses: {
            200: components["responses"]["Sent"];
            "4XX": components["responses"]["Failure"];
        };
    };
    recallBroadcast: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description Sender of the broadcast. */
                    fromUserId: components["schemas"]["UserId"];
                    /** @description Id of the broadcast, as the answer to its call gave it. */
                    messageUID: components["schemas"]["MessageUid"];
                    /**
                     * @description When it was sent, in milliseconds since 1970; without effect, since the id is enough.
                     * @example 1769827099000
                     */
                    sentTime?: number;
                    /** @description 1 lets the notice say that an administrator took it back; 0 when absent. */
                    isAdmin?: components["schemas"]["Switch"];
                    /** @description 1 makes it disappear without a notice; 0 when absent. */
                    isDelete?: components["schemas"]["Switch"];
                    /**
                     * Format: bytes-0-4096
                     * @description Free text in the command, up to 4096 bytes.
                     * @example typing error
                     */
                    extra?: string;
                    disableUpdateLastMsg?: components["schemas"]["DisableUpdateLastMsg"];
                };
            };
        };
        responses: {
            /** @description The broadcast is taken back, or there is none to take back. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    pushToAudience: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    platform: components["schemas"]["Platforms"];
                    audience: components["schemas"]["Audience"];
                    notification?: components["schemas"]["Notification"];
                    /** @description Sender of the message, and id of the users' conversation; required with `message`. */
                    fromuserid?: components["schemas"]["SystemSender"];
                    /** @description A message for the users of the audience. */
                    message?: {
                        objectName: components["schemas"]["ObjectName"];
                        content: components["schemas"]["Content"];
                        disableUpdateLastMsg?: components["schemas"]["DisableUpdateLastMsg"];
                    };
                };
            };
        };
        responses: {
            /** @description The push is accepted, and the message stored. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        id: components["schemas"]["TaskId"];
                        /** @description Id of the message, when there is one. */
                        messageUID?: components["schemas"]["MessageUid"];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    pushToUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 1 to 100 users. */
                    userIds: components["schemas"]["UserId"][];
                    notification: components["schemas"]["UserNotification"];
                };
            };
        };
        responses: {
            /** @description The push is accepted. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: components["schemas"]["Code"];
                        id: components["schemas"]["TaskId"];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    receiveMessage: {
        parameters: {
            query: {
                /** @description Key of the app. */
                appKey: string;
                /** @description Random number. */
                nonce: string;
                /** @description Time of the call in milliseconds. */
                timestamp: string;
                /** @description The same, under the name that older receivers read. */
                signTimestamp: string;
                /** @description Lower-case hexadecimal SHA-1 of App Secret, `nonce` and `timestamp` joined in that order. */
                signature: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /**
                     * @description To a group, a user or a chatroom.
                     * @example PERSON
                     * @enum {string}
                     */
                    channelType: "GROUP" | "PERSON" | "TEMPGROUP";
                    /**
                     * @description As it is stored, with sensitive words replaced.
                     * @example {"content":"Hello"}
                     */
                    content: string;
                    /**
                     * @description Sender.
                     * @example ann
                     */
                    fromUserId: string;
                    /** @description The members that a message to a group is for; absent when it is for all of them. */
                    groupUserIds?: string[];
                    /**
                     * @description Time of sending in milliseconds.
                     * @example 1769827099000
                     */
                    msgTimestamp: string;
                    /**
                     * @description UID of the message, as the call that sent it was answered.
                     * @example BL04-GJA8-JK4C-QENM
                     */
                    msgUID: string;
                    /**
                     * @description Message type.
                     * @example RC:TxtMsg
                     */
                    objectName: string;
                    /**
                     * @description 2 when sensitive words were replaced, else 0.
                     * @example 0
                     * @enum {string}
                     */
                    sensitiveType: "0" | "2";
                    /**
                     * @description Where the message came from.
                     * @example Server
                     * @enum {string}
                     */
                    source: "Server";
                    /**
                     * @description The user, group or chatroom.
                     * @example bob
                     */
                    toUserId: string;
                };
            };
        };
        responses: {
            /** @description Taken. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
