// Generated from spec/ by `pnpm generate`. Do not edit.
export interface paths {
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description Users and admins in order of registration, also those registered through the RongCloud dialect. A start beyond the end gives no users and the real total.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Register users
         * @description Registers up to 500 users. Each user stands alone: those with valid fields and a free name are registered although others are refused, and the answer says in each refused user's entry why: 899001 the name is taken, 899003 a field is not valid. Of a name that comes twice in one call the second is refused with 899001. When no user could be registered, the status is the one of the first error, and the body is still the list. A user of the RongCloud dialect has the same name here, so the name is taken. Passwords are hashed slowly on purpose: a call with 500 users takes seconds.
         */
        post: operations["registerUsers"];
        /**
         * Delete users in a batch
         * @description Deletes up to 100 users as Delete a user does. Those that exist are deleted although others do not; the entry of each of the others has the error 899002, and so has the second entry of a name that comes twice. When none was deleted, the status is 403, and the body is still the list.
         */
        delete: operations["deleteUsers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/userstat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Query the online status of users
         * @description The devices of up to 500 users, in the order asked. A user who never logged in has an empty list. One unknown user refuses the whole call.
         */
        post: operations["queryUserStatuses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/users/statuser": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Query the online status of users who may be unknown
         * @description As Query the online status of users, but an unknown user does not refuse the call: `statuscode` tells of each whether there is one.
         */
        post: operations["queryKnownUserStatuses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{username}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        /**
         * Get a user
         * @description The profile of a user or admin. Fields that were never set are absent; the password is never among them.
         */
        get: operations["getUser"];
        /**
         * Change the profile of a user
         * @description Only the fields given are changed; an empty text clears its field, null counts as not given. Other keys, `username` and `password` among them, are accepted and change nothing.
         */
        put: operations["updateUser"];
        post?: never;
        /**
         * Delete a user
         * @description The user leaves every group: a group of the user's own passes to the member who joined first, and is deleted when nobody is left. The user leaves every chat room too; one of the user's own stays, without an owner. Friendships, blacklist and do-not-disturb entries go on both sides, tags, blocks and mutes go too, and tokens end; in other apps as well as in yours. Messages that the user sent stay. The name is free at once and may be registered again.
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{username}/userstat": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        /**
         * Get the online status of a user
         * @description With several devices each value is true when it is true for any of them; Query the online status of users tells the devices apart.
         */
        get: operations["getUserStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{username}/password": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Change the password of a user
         * @description Sets a password; the old one is not asked for. Tokens issued before end, those issued afterwards live. A user who was registered through the RongCloud dialect gets a first password this way.
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{username}/blacklist": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        /**
         * Get a blacklist
         * @description All users of your app on the blacklist in the order of adding; those of other apps are in Get a blacklist with users of all apps. An id that was put on it through the RongCloud dialect and was never registered has a `username` and nothing else.
         */
        get: operations["getBlacklist"];
        /**
         * Add users to a blacklist
         * @description A user on the blacklist can no longer write to its owner one to one; the owner can still write to the user, and groups and chatrooms are untouched. It is the list that the RongCloud dialect calls blacklist too. All names are added, or none. A name given twice counts once.
         */
        put: operations["addToBlacklist"];
        post?: never;
        /**
         * Remove users from a blacklist
         * @description All names are removed, or none. A name given twice counts once.
         */
        delete: operations["removeFromBlacklist"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{username}/nodisturb": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set do-not-disturb
         * @description Messages from the users and groups named, or from everywhere with `global` 1, still arrive but bring no notification. Every key is optional. All parts of a call take effect, or none; setting `global` to the value it has is no error. A name or gid given twice in one list counts once.
         */
        post: operations["setDoNotDisturb"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{username}/forbidden": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Disable or enable a user
         * @description A disabled user cannot connect until enabled again, and the user's tokens end. The RongCloud dialect shows it as a block without an end. Enabling lifts a block of that dialect too; ended tokens stay ended. Repeating a value is no error.
         */
        put: operations["setUserForbidden"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{username}/friends": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        /**
         * List friends
         * @description All friends of a user in the order of becoming friends, those of other apps too, each with the notes of this user.
         */
        get: operations["listFriends"];
        /**
         * Change notes about friends
         * @description Sets what the user in the path notes about friends; nobody else sees it. A note that is left out stays, an empty one is cleared. Of several entries about one friend the later ones count. All notes are changed, or none.
         */
        put: operations["setFriendNotes"];
        /**
         * Add friends
         * @description Makes the users friends of the one in the path, and that one theirs, at once and without asking. Friendship is bookkeeping: users who are no friends can write to each other as well. All become friends, or none. A name given twice counts once.
         */
        post: operations["addFriends"];
        /**
         * Remove friends
         * @description Ends the friendships on both sides; the notes of both go with them. A user who is no friend is no error.
         */
        delete: operations["removeFriends"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List admins
         * @description Admins in order of registration. A start beyond the end gives no users and the real total.
         */
        get: operations["listAdmins"];
        put?: never;
        /**
         * Register an admin
         * @description An admin is a user with one right more: only an admin sends messages through this API. Admins are read, changed and deleted like users, count in List users, and cannot be put on a blacklist. A user cannot become an admin later. The official Python client sends a list of one.
         */
        post: operations["registerAdmin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message
         * @description Sends one message to one user, group or chat room. The answer comes when it is stored; it reports acceptance, not delivery. An admin need not be a member of the group or chat room, and mutes and blacklists, which concern messages that clients send, do not hold it back. Users of the RongCloud dialect receive it too: text and location as that dialect's own types, the other types under names that begin with `JM:`.
         */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{username}/{msgid}/retract": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
                /**
                 * @description The `msg_id` of the message.
                 * @example 43143728109
                 */
                msgid: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retract a message
         * @description Takes a message back within 3 minutes of sending; `username` is its sender, admin or not. Messages sent through the RongCloud dialect can be retracted too. The message keeps its place in the conversation and is marked as retracted, and clients are told as by that dialect's recall. A body is ignored.
         */
        post: operations["retractMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the messages of the app
         * @description Every message that was sent in a range of up to 7 days, of both dialects, in order of sending. Messages to and from other apps are in the lists of both apps. Retracted messages and what is kept out of the history are left out, as is what is older than the app keeps. Ask with `count`, `begin_time` and `end_time` first, then with the `cursor` of each answer until there is none.
         */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/users/{username}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        /**
         * List the messages that a user sent
         * @description As List the messages of the app, of one sender.
         */
        get: operations["listUserMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/groups/{gid}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the group.
                 * @example 10055201
                 */
                gid: components["parameters"]["Gid"];
            };
            cookie?: never;
        };
        /**
         * List the messages of a group
         * @description As List the messages of the app, of one group. A group that was made again under its id in the RongCloud dialect has the messages of the former one.
         */
        get: operations["listGroupMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/chatrooms/{chatroomid}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the chat room.
                 * @example 12500011
                 */
                chatroomid: components["parameters"]["HistoryRoomId"];
            };
            cookie?: never;
        };
        /**
         * List the messages of a chat room
         * @description As List the messages of the app, of one chat room. What was cleared for everyone is left out. A room that was destroyed is unknown.
         */
        get: operations["listChatroomMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resource": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the address of a file
         * @description The address from which an uploaded file is fetched, without credentials, for one hour. It takes ranges and answers with an `ETag`. Images and voices come with their own content type, any other file as a download under its name. When the hour is over, or the address is changed, it answers 404 with 899003; so it does at once when the app gets a new secret. Files of apps that trust yours are fetched in the same way, as long as they do. While the service that keeps the files is out of order, it answers 503 with 899030. Files that a cloud stored before your app moved are not here.
         */
        get: operations["getMedia"];
        put?: never;
        /**
         * Upload a file
         * @description Stores one file of up to 8 MB (8,388,608 bytes) and answers with its `media_id`. The answer for an image, a voice or a file is the body of a message of that type; a voice lacks `duration`, which you add. Avatars take the `media_id` of an image.
         *
         *     The body has one part with a file, whatever the name of its field; parts without a file are ignored. Of a path as the name of the file the last component counts. What the file is, is read from its bytes, not from its name: images are jpg, png, gif, bmp, webp, tiff, heic, heif and avif, of which width and height are those of the stored picture, before any rotation; voices are mp3, m4a, aac, amr, 3gp, wav, ogg, opus, spx, flac, caf and webm. A file may be anything, also empty.
         *
         *     A call counts against the rate limit before its body is read. Uploading the same bytes twice makes two files.
         */
        post: operations["uploadMedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List groups
         * @description The groups of the app in order of creation, also those made through the RongCloud dialect. A start beyond the end gives no groups and the real total.
         */
        get: operations["listGroups"];
        put?: never;
        /**
         * Create a group
         * @description Makes a group with an owner and members, who are added without being asked. The owner is a member and counts as one. The server chooses the gid; in the RongCloud dialect the group has the gid as its text id. All users must exist, and none may be in 500 groups already, counting those of the RongCloud dialect; otherwise nothing is made. `flag` says whether clients may ask to join: 2 yes, 1 or 0 no.
         */
        post: operations["createGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{gid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the group.
                 * @example 10055201
                 */
                gid: components["parameters"]["Gid"];
            };
            cookie?: never;
        };
        /**
         * Get a group
         * @description Name, description and limits of a group. The members have a call of their own.
         */
        get: operations["getGroup"];
        /**
         * Change a group
         * @description Sets the fields that are given and leaves the others; an empty `desc` or `avatar` clears it. Owner, flag and any other key are ignored.
         */
        put: operations["updateGroup"];
        post?: never;
        /**
         * Delete a group
         * @description Deletes the group and all memberships; nobody receives its messages any more. Its messages stay. The gid is not used again.
         */
        delete: operations["deleteGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{gid}/members": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the group.
                 * @example 10055201
                 */
                gid: components["parameters"]["Gid"];
            };
            cookie?: never;
        };
        /**
         * List group members
         * @description All members at once, in order of joining, with those fields of their profile that are set. Members of other apps are among them, with their `appkey`.
         */
        get: operations["listGroupMembers"];
        put?: never;
        /**
         * Add and remove group members
         * @description Adds the users in `add`, then removes those in `remove`; at least one of the lists names somebody. When the owner is removed, the member who joined next becomes owner; when nobody is left, the group is deleted. On an error nothing changes, but for 899014: then the additions stand, and nobody is removed. Places that a removal frees do not count for the additions of the same call.
         */
        post: operations["changeGroupMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/groups/{gid}/addMembers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the group.
                 * @example 10055201
                 */
                gid: components["parameters"]["Gid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add group members
         * @description Adds all users, or nobody. Add and remove group members does the same and more.
         */
        post: operations["addGroupMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/groups/{gid}/delMembers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the group.
                 * @example 10055201
                 */
                gid: components["parameters"]["Gid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove group members
         * @description Removes all users, or nobody. When the owner is removed, the member who joined next becomes owner; when nobody is left, the group is deleted. Mutes of the users in the group stay.
         */
        post: operations["removeGroupMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/messages/{gid}/silence": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the group.
                 * @example 10055201
                 */
                gid: components["parameters"]["Gid"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Silence group members
         * @description Stops the members' clients from sending to the group until it is lifted, or lifts it; messages through this API still go out. It stays when a member leaves and comes back. Lifting also ends a mute that was set through the RongCloud dialect. The owner can be silenced. Repeating a state is no error. All members are changed, or nobody.
         */
        put: operations["silenceGroupMembers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{username}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        /**
         * List the groups of a user
         * @description All groups of your app that the user is in, in order of joining, also those of the RongCloud dialect. Groups of other apps are in List the groups of a user in all apps.
         */
        get: operations["listUserGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{username}/groupsShield": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Block or unblock messages of groups
         * @description The user gets no message of the groups in `add` any more, not even later, until they are in `remove`; at least one of the lists names a group. Other members notice nothing. To be blocked, a group must have the user as a member; a block stays when the user leaves and comes back. `add` is done before `remove`; on an error nothing changes.
         */
        post: operations["setGroupShield"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/owner/{gid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the group.
                 * @example 10055201
                 */
                gid: components["parameters"]["Gid"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Hand over a group
         * @description Makes a member the owner; the owner so far stays as an ordinary member. The new owner may be a member of another app, which `appkey` names then. A group of the RongCloud dialect gets an owner this way. Naming the present owner is no error.
         */
        put: operations["transferGroup"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chatroom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List chat rooms
         * @description The chat rooms of the app in order of creation, also those made through the RongCloud dialect. A start beyond the end gives no chat rooms and the real total.
         */
        get: operations["listChatrooms"];
        put?: never;
        /**
         * Create a chat room
         * @description Makes a chat room with an owner and members, who are added without being asked. The owner is a member and counts as one; it has place for 10000. All users must exist, otherwise nothing is made. The server chooses the id; in the RongCloud dialect the chat room has it as its text id. Nothing ends the chat room but a call, unless the RongCloud dialect gives it a lifetime. A `flag` is ignored.
         */
        post: operations["createChatroom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chatroom/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get chat rooms by id
         * @description Up to 500 chat rooms in the order asked, each once. Ids that name none are left out. This is also how to read a single one.
         */
        post: operations["getChatrooms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chatroom/{room_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the chat room.
                 * @example 12500011
                 */
                room_id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Change a chat room
         * @description Sets the fields that are given and leaves the others; an empty `description` clears it. A new owner has to be in the chat room; the present one may be named again wherever the user is. Any other key is ignored.
         */
        put: operations["updateChatroom"];
        post?: never;
        /**
         * Delete a chat room
         * @description Ends the chat room, one of the RongCloud dialect too, and takes everybody out. Its messages stay. The id is not used again.
         */
        delete: operations["deleteChatroom"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chatroom/{room_id}/forbidden/{username}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the chat room.
                 * @example 12500011
                 */
                room_id: components["parameters"]["RoomId"];
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Silence a chat room member
         * @description Stops the member's clients from sending to the chat room until it is lifted, or lifts it; messages through this API still go out. It stays when the member leaves and comes back. Lifting also ends a mute that was set through the RongCloud dialect. The owner can be silenced. Repeating a state is no error. A body is ignored.
         */
        put: operations["silenceChatroomMember"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chatroom/{room_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the chat room.
                 * @example 12500011
                 */
                room_id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        /**
         * List chat room members
         * @description The members in pages, who came last first. Members of other apps are among them, with their `appkey`. A start beyond the end gives no members and the real total.
         */
        get: operations["listChatroomMembers"];
        /**
         * Add chat room members
         * @description Adds all users, or nobody. Who is in the chat room already keeps the place. Into a chat room of the RongCloud dialect its rule goes along: a user who is in another one of that dialect leaves it, unless the app allows more at once.
         */
        put: operations["addChatroomMembers"];
        post?: never;
        /**
         * Remove chat room members
         * @description Removes all users, or nobody. The owner cannot be removed; change the owner first. Silences of the users stay.
         */
        delete: operations["removeChatroomMembers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{username}/chatroom": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        /**
         * List the chat rooms of a user
         * @description The chat rooms that the user is in, own ones too, in order of entering; also those of the RongCloud dialect, and those of other apps, which `appkey` tells apart. At most 10000.
         */
        get: operations["listUserChatrooms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sensitiveword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sensitive words
         * @description The words of the app in the order of adding. Those of the RongCloud dialect are among them, also the ones that are replaced and not blocked, which look the same here. A start beyond the end gives no words and the real total.
         */
        get: operations["listSensitiveWords"];
        /**
         * Change a sensitive word
         * @description Writes a listed word in another way; it keeps its place and time and, if the RongCloud dialect gave it one, its replacement. When the new word is listed already, that one stays as it is and the old word goes.
         */
        put: operations["updateSensitiveWord"];
        /**
         * Add sensitive words
         * @description A text message that holds one of the words is refused with 803009, which names the word. The word is found whatever its case, full width or half width, also inside a longer word. Messages of clients are searched while the filter is on; those of Send a message only when the app has `sensitiveWords.serverMessages` on. All words are added or none. One that is listed stays, and blocks from now on when the RongCloud dialect had it replaced. Words hold from the next message on, on other nodes within a second.
         */
        post: operations["addSensitiveWords"];
        /**
         * Delete a sensitive word
         * @description Messages with the word pass again, at once. Some clients send a list, which deletes all of its words or, when one of them is not listed, none.
         */
        delete: operations["deleteSensitiveWords"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sensitiveword/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the switch of the word filter
         * @description Whether messages of clients are searched for sensitive words. 1 until it is set otherwise.
         */
        get: operations["getSensitiveWordFilter"];
        /**
         * Switch the word filter
         * @description While the filter is off, messages of clients are not searched for sensitive words; the list stays. It is the app's setting `sensitiveWords.clientMessages`, so the RongCloud dialect's replacements rest as well. Messages of this API have a setting of their own, `sensitiveWords.serverMessages`. `status` stands in the query, or else in the body.
         */
        put: operations["setSensitiveWordFilter"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sdkregister/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the switch of registration by clients
         * @description Whether users can register through their clients. 1 until it is set otherwise.
         */
        get: operations["getClientRegistration"];
        /**
         * Switch registration by clients
         * @description While it is off, nobody can register through a client; Register users is not affected. `status` stands in the query, or else in the body.
         */
        put: operations["setClientRegistration"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cross/groups/{gid}/members": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the group.
                 * @example 10055201
                 */
                gid: components["parameters"]["Gid"];
            };
            cookie?: never;
        };
        /**
         * List group members of all apps
         * @description All members at once, in order of joining, each with its app and those fields of the profile that are set.
         */
        get: operations["listCrossGroupMembers"];
        put?: never;
        /**
         * Add and remove group members of all apps
         * @description Does for users of your own app and of apps that trust yours what Add and remove group members does: adds all, then removes all. The body is a list with an entry for each app; a single entry may stand alone. A member is a name and an app: the same name in two apps is two members. At most 500 names are added, and 500 removed, in one call. The group is one of your own app. On an error nothing changes, but for 899014: then the additions stand, and nobody is removed.
         */
        post: operations["changeCrossGroupMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cross/users/{username}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        /**
         * List the groups of a user in all apps
         * @description All groups that the user is in, of your own app and of others, in order of joining. List the groups of a user gives those of your own app.
         */
        get: operations["listCrossUserGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cross/users/{username}/blacklist": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        /**
         * Get a blacklist with users of all apps
         * @description All users on the blacklist in the order of adding, each with its app. Get a blacklist gives those of your own app.
         */
        get: operations["getCrossBlacklist"];
        /**
         * Add users of all apps to a blacklist
         * @description Does for users of your own app and of apps that trust yours what Add users to a blacklist does. The body is a list with an entry for each app; a single entry may stand alone. All names are added, or none; at most 500 in one call.
         */
        put: operations["addToCrossBlacklist"];
        post?: never;
        /**
         * Remove users of all apps from a blacklist
         * @description The body is a list with an entry for each app; a single entry may stand alone. All names are removed, or none; at most 500 in one call.
         */
        delete: operations["removeFromCrossBlacklist"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cross/users/{username}/nodisturb": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set do-not-disturb for users and groups of all apps
         * @description Does for users and groups of your own app and of apps that trust yours what Set do-not-disturb does; there is no `global`, which concerns the user alone. The body is a list with an entry for each app; a single entry may stand alone. Lists inside the list are accepted too. Each entry names users and groups of its app; of those, only the app is required. At most 500 names and 500 gids are added, and as many removed, in one call. All parts take effect, or none.
         */
        post: operations["setCrossDoNotDisturb"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cross/users/{username}/friends": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Change notes about friends of all apps
         * @description Does for friends of your own app and of apps that trust yours what Change notes about friends does. The body is a list with an entry for each friend; a single entry may stand alone. All notes are changed, or none.
         */
        put: operations["setCrossFriendNotes"];
        /**
         * Add friends of all apps
         * @description Does for users of your own app and of apps that trust yours what Add friends does: both sides are friends at once. The body is one entry; a list with an entry for each app may stand in its place. All become friends, or none; at most 500 in one call. List friends has them all.
         */
        post: operations["addCrossFriends"];
        /**
         * Remove friends of all apps
         * @description Ends the friendships on both sides; the notes of both go with them. The body is one entry; a list with an entry for each app may stand in its place. At most 500 names in one call. A user who is no friend is no error.
         */
        delete: operations["removeCrossFriends"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cross/chatroom/{room_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the chat room.
                 * @example 12500011
                 */
                room_id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add and remove chat room members of all apps
         * @description Adds the users in `add`, then removes those in `remove`, of your own app and of apps that trust yours. The body is a list with an entry for each app; a single entry may stand alone. The chat room is one of your own app. Who is in it already keeps the place; the owner cannot be removed. At most 3000 names are added, and 3000 removed, in one call. All members are changed, or nobody. Chat rooms of other apps that a user is in stay as they are.
         */
        post: operations["changeCrossChatroomMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Format: bytes-1-128
         * @description Name of a user, 1 to 128 bytes, case-sensitive. Ids that were registered through the RongCloud dialect are names here too, also those that this dialect could not register.
         * @example javen
         */
        Username: string;
        /**
         * @description Display name; up to 64 characters when it was set through the RongCloud dialect.
         * @example Javen
         */
        StoredNickname: string;
        /**
         * Format: bytes-0-250
         * @description Id of an uploaded file; up to 250 bytes. One that no upload to this server gave is accepted, unless the app is set to refuse it.
         * @example qiniu/image/F39AA12204DAB6A2
         */
        MediaId: string;
        /**
         * @description Date and time as `yyyy-MM-dd HH:mm:ss` in the server's time zone (UTC+8 unless it is set otherwise).
         * @example 2026-01-31 10:38:19
         */
        DateTime: string;
        /** @description The day at midnight, as `yyyy-MM-dd 00:00:00`. */
        StoredBirthday: components["schemas"]["DateTime"];
        /**
         * @description 0 unknown, 1 male, 2 female.
         * @example 1
         * @enum {integer}
         */
        Gender: 0 | 1 | 2;
        /**
         * Format: bytes-0-250
         * @description Up to 250 bytes of any characters.
         * @example Shenzhen
         */
        ProfileText: string;
        /**
         * @description Any JSON object of your app, up to 512 bytes as compact JSON. It replaces the stored object, it is not merged into it.
         * @example {
         *       "level": 7
         *     }
         */
        Extras: {
            [key: string]: unknown;
        };
        /** @description Time of the last change of the profile or the password. */
        ChangeTime: components["schemas"]["DateTime"];
        /** @description Time of registration. */
        RegistrationTime: components["schemas"]["DateTime"];
        /** @description A user. A field that was never set, or was set empty, has no key. */
        User: {
            username: components["schemas"]["Username"];
            nickname?: components["schemas"]["StoredNickname"];
            avatar?: components["schemas"]["MediaId"];
            birthday?: components["schemas"]["StoredBirthday"];
            gender?: components["schemas"]["Gender"];
            signature?: components["schemas"]["ProfileText"];
            region?: components["schemas"]["ProfileText"];
            address?: components["schemas"]["ProfileText"];
            extras?: components["schemas"]["Extras"];
            mtime: components["schemas"]["ChangeTime"];
            ctime: components["schemas"]["RegistrationTime"];
        };
        UserPage: {
            /**
             * @description Records in all.
             * @example 1233
             */
            total: number;
            /**
             * @description Index of the first record, as asked for.
             * @example 1100
             */
            start: number;
            /**
             * @description Records in this answer.
             * @example 1
             */
            count: number;
            /** @description Users in order of registration. */
            users: components["schemas"]["User"][];
        };
        Error: {
            /**
             * @description Business code; the error table lists them all.
             * @example 899002
             */
            code: number;
            /**
             * @description The reason in English, naming the field or id at fault where there is one. Meant for people; programs read `code`.
             * @example No such user: javen
             */
            message: string;
        };
        FailureBody: {
            error: components["schemas"]["Error"];
        };
        /**
         * Format: bytes-4-128
         * @description Name of a new user or admin; 4 to 128 bytes, the first a letter or digit, then also `_ . - @`.
         * @example javen
         */
        NewUsername: string;
        /**
         * Format: bytes-4-128
         * @description 4 to 128 bytes of any characters. Only a salted hash is kept; no answer contains it.
         * @example correct horse
         */
        Password: string;
        /**
         * Format: bytes-0-64
         * @description Display name, up to 64 bytes on one line. The RongCloud dialect calls it `name`.
         * @example Javen
         */
        Nickname: string;
        /**
         * @description A day that exists, as `yyyy-MM-dd`; zeros in front may be missing. A time behind it, which answers have, does not count. An empty text is no day.
         * @example 1990-01-24
         */
        Birthday: string;
        NewUser: {
            username: components["schemas"]["NewUsername"];
            password: components["schemas"]["Password"];
            nickname?: components["schemas"]["Nickname"];
            avatar?: components["schemas"]["MediaId"];
            birthday?: components["schemas"]["Birthday"];
            gender?: components["schemas"]["Gender"];
            signature?: components["schemas"]["ProfileText"];
            region?: components["schemas"]["ProfileText"];
            address?: components["schemas"]["ProfileText"];
            extras?: components["schemas"]["Extras"];
        };
        /** @description What became of one user of a batch. */
        UserOutcome: {
            username: components["schemas"]["Username"];
        } | {
            /**
             * @description As it was sent; absent when no text was sent as the name.
             * @example javen
             */
            username?: string;
            error: components["schemas"]["Error"];
        };
        /** @description One entry for each user asked for, in the order asked. */
        UserOutcomes: components["schemas"]["UserOutcome"][];
        /** @description 1 to 500 names. */
        Usernames: components["schemas"]["Username"][];
        DeviceStatus: {
            /**
             * @description Logged in on this device and not logged out since.
             * @example true
             */
            login: boolean;
            /**
             * @description This device is connected now.
             * @example false
             */
            online: boolean;
            /**
             * @description a Android, i iOS, j JavaScript, w Windows.
             * @example a
             * @enum {string}
             */
            platform: "a" | "i" | "j" | "w";
        };
        /**
         * Format: bytes-0-256
         * @description Display name, up to 64 bytes on one line. The one that is stored is taken too where the RongCloud dialect set a longer one.
         * @example Javen
         */
        NicknameChange: string;
        Status: {
            /**
             * @description Logged in on a device and not logged out since.
             * @example true
             */
            login: boolean;
            /**
             * @description Connected now. False beside a true `login` is normal.
             * @example false
             */
            online: boolean;
        };
        /** @description Up to 500 names; null and the empty list name nobody. */
        QuietUsernames: components["schemas"]["Username"][] | null;
        QuietUsers: {
            add?: components["schemas"]["QuietUsernames"];
            remove?: components["schemas"]["QuietUsernames"];
        };
        /**
         * @description Numeric id of a group or chat room, as a number or as text.
         * @example 10055201
         */
        NumericId: number | string;
        /** @description Up to 500 gids, as numbers or as text; null and the empty list name none. */
        QuietGids: components["schemas"]["NumericId"][] | null;
        QuietGroups: {
            add?: components["schemas"]["QuietGids"];
            remove?: components["schemas"]["QuietGids"];
        };
        /**
         * Format: bytes-1-250
         * @description App key of an app.
         * @example dcf71ef5082057832bd44fbd
         */
        AppKey: string;
        /**
         * Format: bytes-0-64
         * @description What the user calls the friend, up to 64 bytes on one line. An empty text clears it.
         * @example Fang from work
         */
        NoteName: string;
        /**
         * Format: bytes-0-250
         * @description Anything else about the friend, up to 250 bytes of any characters. An empty text clears it.
         * @example Met in Shenzhen
         */
        NoteText: string;
        /** @description A friend with the notes of the list's owner. A field that was never set, or was set empty, has no key. */
        Friend: {
            username: components["schemas"]["Username"];
            /** @description App of the friend. */
            appkey: components["schemas"]["AppKey"];
            note_name?: components["schemas"]["NoteName"];
            others?: components["schemas"]["NoteText"];
            nickname?: components["schemas"]["StoredNickname"];
            avatar?: components["schemas"]["MediaId"];
            birthday?: components["schemas"]["StoredBirthday"];
            gender?: components["schemas"]["Gender"];
            signature?: components["schemas"]["ProfileText"];
            region?: components["schemas"]["ProfileText"];
            address?: components["schemas"]["ProfileText"];
            extras?: components["schemas"]["Extras"];
            mtime: components["schemas"]["ChangeTime"];
            ctime: components["schemas"]["RegistrationTime"];
        };
        /** @description What is noted about one friend. A note that is left out stays as it is. */
        FriendNote: {
            /** @description The friend. */
            username: components["schemas"]["Username"];
            note_name?: components["schemas"]["NoteName"];
            others?: components["schemas"]["NoteText"];
        };
        /**
         * @description Any keys and values of your own.
         * @example {
         *       "mood": "happy"
         *     }
         */
        "Extras-2": {
            [key: string]: unknown;
        };
        /** text */
        TextBody: {
            /**
             * @description The text.
             * @example Hello, JMessage!
             */
            text: string;
            extras?: components["schemas"]["Extras-2"];
        };
        /**
         * @description CRC-32 of the file.
         * @example 2778919613
         */
        Crc32: number;
        /**
         * @description In pixels.
         * @example 1080
         */
        Pixels: number;
        /**
         * @description Suffix of the file, without a dot.
         * @example jpg
         */
        FileFormat: string;
        /**
         * @description Size of the file in bytes.
         * @example 3328738
         */
        FileSize: number;
        /**
         * @description Hash that the upload returned.
         * @example FoYn15bAGRUM9gZCAkvf9dolVH7h
         */
        FileHash: string;
        /**
         * image
         * @description The answer of the upload, as it is.
         */
        ImageBody: {
            media_id: components["schemas"]["MediaId"];
            media_crc32: components["schemas"]["Crc32"];
            width: components["schemas"]["Pixels"];
            height: components["schemas"]["Pixels"];
            format?: components["schemas"]["FileFormat"];
            fsize: components["schemas"]["FileSize"];
            hash?: components["schemas"]["FileHash"];
            extras?: components["schemas"]["Extras-2"];
        };
        /**
         * @description Length in seconds.
         * @example 6
         */
        Seconds: number;
        /**
         * voice
         * @description The answer of the upload, with the duration.
         */
        VoiceBody: {
            media_id: components["schemas"]["MediaId"];
            media_crc32: components["schemas"]["Crc32"];
            duration: components["schemas"]["Seconds"];
            fsize: components["schemas"]["FileSize"];
            hash?: components["schemas"]["FileHash"];
            format?: components["schemas"]["FileFormat"];
            extras?: components["schemas"]["Extras-2"];
        };
        /**
         * @description Name of the file.
         * @example minutes.pdf
         */
        FileName: string;
        /**
         * file
         * @description The answer of the upload, with the name of the file.
         */
        FileBody: {
            media_id: components["schemas"]["MediaId"];
            media_crc32: components["schemas"]["Crc32"];
            fsize: components["schemas"]["FileSize"];
            fname: components["schemas"]["FileName"];
            hash?: components["schemas"]["FileHash"];
            format?: components["schemas"]["FileFormat"];
            extras?: components["schemas"]["Extras-2"];
        };
        /** location */
        LocationBody: {
            /**
             * @description In degrees.
             * @example 22.54
             */
            latitude: number;
            /**
             * @description In degrees.
             * @example 114.06
             */
            longitude: number;
            /**
             * @description Scale of the map.
             * @example 500
             */
            scale: number;
            /**
             * @description Address for people.
             * @example 1 Harbour Road
             */
            label: string;
            extras?: components["schemas"]["Extras-2"];
        };
        VideoFile: {
            media_id: components["schemas"]["MediaId"];
            media_crc32: components["schemas"]["Crc32"];
            fsize: components["schemas"]["FileSize"];
            fname: components["schemas"]["FileName"];
        };
        VideoThumb: {
            media_id: components["schemas"]["MediaId"];
            media_crc32: components["schemas"]["Crc32"];
            format?: components["schemas"]["FileFormat"];
            width: components["schemas"]["Pixels"];
            height: components["schemas"]["Pixels"];
            fsize: components["schemas"]["FileSize"];
        };
        /**
         * video
         * @description The answers of two uploads, the video's and its preview picture's.
         */
        VideoBody: {
            duration: components["schemas"]["Seconds"];
            video: components["schemas"]["VideoFile"];
            thumb?: components["schemas"]["VideoThumb"];
            extras?: components["schemas"]["Extras-2"];
        };
        BodyByType: unknown & unknown & unknown & unknown & unknown & unknown;
        /** Format: bytes-0-250 */
        ShortText: string;
        /**
         * custom
         * @description Any JSON object.
         * @example {
         *       "any": "object"
         *     }
         */
        CustomBody: {
            [key: string]: unknown;
        };
        /**
         * @description Id of a message.
         * @example 43143728109
         */
        MessageId: number;
        /**
         * @description Date and time that exist, as `yyyy-MM-dd HH:mm:ss` in the server's time zone. Zeros in front may be missing, a `T` may stand for the blank, and without seconds they are 0.
         * @example 2026-01-31 10:38:19
         */
        AskedTime: string;
        Message: {
            /**
             * @description What `target_id` names. System messages of the RongCloud dialect are `single`.
             * @example single
             * @enum {string}
             */
            target_type: "single" | "group" | "chatroom";
            /**
             * @description Name of the user, gid of the group or id of the chat room, as text. The id in the RongCloud dialect where the group or room does not exist any more.
             * @example javen
             */
            target_id: string;
            /**
             * @description Display name of the receiver as it was sent; empty without.
             * @example Javen
             */
            target_name: string;
            /**
             * @description App of the target.
             * @example 4f7aef34fb361292c566a1cd
             */
            target_appkey: string;
            /**
             * @description Whether the sender is an admin.
             * @example admin
             * @enum {string}
             */
            from_type: "admin" | "user";
            /**
             * @description Name of the sender.
             * @example fang
             */
            from_id: string;
            /**
             * @description Display name as it was sent; without, the sender's nickname, or else the name.
             * @example Fang
             */
            from_name: string;
            /**
             * @description App of the sender.
             * @example 4f7aef34fb361292c566a1cd
             */
            from_appkey: string;
            /**
             * @description Sent through an API of this server.
             * @constant
             */
            from_platform: "api";
            /**
             * @description 1 when the message was sent with a display name.
             * @example 1
             * @enum {integer}
             */
            set_from_name: 0 | 1;
            /**
             * @description Type. Types that this dialect does not have are `custom`, with `objectName` and `content` in the body.
             * @example text
             * @enum {string}
             */
            msg_type: "text" | "image" | "voice" | "custom" | "file" | "location" | "video";
            /**
             * @description Content of the type. In the `extras` of a message that was not sent through this API, an object or list is JSON text: official SDKs read them as texts by name.
             * @example {
             *       "text": "Hello, JMessage!",
             *       "extras": {}
             *     }
             */
            msg_body: {
                [key: string]: unknown;
            };
            /**
             * @description Time of sending, in seconds since 1970.
             * @example 1769827099
             */
            create_time: number;
            /**
             * @description Version of the message protocol.
             * @constant
             */
            version: 1;
            msgid: components["schemas"]["MessageId"];
            /**
             * @description Time of sending, in milliseconds since 1970.
             * @example 1769827099318
             */
            msg_ctime: number;
            /**
             * @description 0 is a message within one app, 1 a message from one app to another.
             * @example 0
             * @enum {integer}
             */
            msg_level: 0 | 1;
            /**
             * @description True: not kept for a receiver who was offline.
             * @example false
             */
            no_offline: boolean;
            /**
             * @description True: no push for a receiver who was offline.
             * @example false
             */
            no_notification: boolean;
        };
        Page: {
            /**
             * @description All messages of the range, as counted at the first call.
             * @example 3000
             */
            total: number;
            /**
             * @description Gives the next page within 120 seconds; absent when nothing follows.
             * @example eyJhIjoxfQ.Kk3rVn8dQ0mYx2Zp5LhT7sWb1cGfJ4eA
             */
            cursor?: string;
            /**
             * @description Messages in this answer.
             * @example 1
             */
            count: number;
            /** @description In order of sending. */
            messages: components["schemas"]["Message"][];
        };
        /**
         * @description Numeric id of a group.
         * @example 10055201
         */
        Gid: number;
        /**
         * @description Hash of the content, in URL-safe base64: byte 0x16 and the SHA-1 for up to 4 MB (4,194,304 bytes); above that, byte 0x96 and the SHA-1 of the SHA-1s of its blocks of 4 MB.
         * @example FtH0kPT0YI89HAw1K9wv_vVKiNab
         */
        Hash: string;
        /** image */
        Image: {
            media_id: components["schemas"]["MediaId"];
            media_crc32: components["schemas"]["Crc32"];
            fsize: components["schemas"]["FileSize"];
            hash: components["schemas"]["Hash"];
            width: components["schemas"]["Pixels"];
            height: components["schemas"]["Pixels"];
            format: components["schemas"]["FileFormat"];
        };
        /** voice */
        Voice: {
            media_id: components["schemas"]["MediaId"];
            media_crc32: components["schemas"]["Crc32"];
            fsize: components["schemas"]["FileSize"];
            hash: components["schemas"]["Hash"];
            format: components["schemas"]["FileFormat"];
        };
        /** file */
        File: {
            media_id: components["schemas"]["MediaId"];
            media_crc32: components["schemas"]["Crc32"];
            fsize: components["schemas"]["FileSize"];
            hash: components["schemas"]["Hash"];
            fname: components["schemas"]["FileName"];
        };
        /**
         * @description Name of the group. One that was set through the RongCloud dialect has up to 64 characters, which can be 256 bytes.
         * @example Chess club
         */
        StoredGroupName: string;
        /**
         * Format: bytes-0-250
         * @description What the group is about, up to 250 bytes.
         * @example Every Friday
         */
        GroupDescription: string;
        Group: {
            gid: components["schemas"]["Gid"];
            name: components["schemas"]["StoredGroupName"];
            /** @description What the group is about; empty when nothing was given. */
            desc: components["schemas"]["GroupDescription"];
            /** @description The owner; absent for a group of the RongCloud dialect, which has none, and when the owner is a user of another app, whom List group members of all apps shows. */
            owner_username?: components["schemas"]["Username"];
            /** @description In the answer to Create only, the other members, once each in the order given. */
            members_username?: components["schemas"]["Username"][];
            /** @description Id of the picture; absent when none was given. */
            avatar?: components["schemas"]["MediaId"];
            /**
             * @description App key of the app that the group belongs to.
             * @example dcf71ef5082057832bd44fbd
             */
            appkey: string;
            /**
             * @description Most members, the owner included. 500, or 3000 for a group of the RongCloud dialect.
             * @example 500
             */
            MaxMemberCount: number;
            /** @description Time of the last change of name, desc or avatar. */
            mtime: components["schemas"]["DateTime"];
            /** @description Time of creation. */
            ctime: components["schemas"]["DateTime"];
        };
        GroupPage: {
            /**
             * @description Groups in all.
             * @example 1233
             */
            total: number;
            /**
             * @description Index of the first group, as asked for.
             * @example 1100
             */
            start: number;
            /**
             * @description Groups in this answer.
             * @example 1
             */
            count: number;
            /** @description Groups in order of creation. */
            groups: components["schemas"]["Group"][];
        };
        /**
         * Format: bytes-0-64
         * @description Name of the group, 0 to 64 bytes of any characters.
         * @example Chess club
         */
        GroupName: string;
        /** @description Up to 500 names. One that comes twice counts once. */
        MemberNames: components["schemas"]["Username"][];
        /**
         * Format: bytes-0-256
         * @description Name of the group, 0 to 64 bytes of any characters. The one that is stored is taken too where the RongCloud dialect set a longer one.
         * @example Chess club
         */
        GroupNameChange: string;
        /** @description A member. Of one who was never registered, which the RongCloud dialect allows, only these fields and the app are known. */
        GroupMember: {
            username: components["schemas"]["Username"];
            /** @description App of the member; in the plain list only where it is another one than the group's. */
            appkey?: components["schemas"]["AppKey"];
            /**
             * @description 1 owner, 0 ordinary member.
             * @example 0
             * @enum {integer}
             */
            flag: 0 | 1;
            /**
             * @description Display name.
             * @example Javen
             */
            nickname?: string;
            avatar?: components["schemas"]["MediaId"];
            birthday?: components["schemas"]["StoredBirthday"];
            gender?: components["schemas"]["Gender"];
            signature?: components["schemas"]["ProfileText"];
            region?: components["schemas"]["ProfileText"];
            address?: components["schemas"]["ProfileText"];
        };
        /** @description Up to 500 gids, as numbers or as text. One that comes twice counts once. */
        Gids: components["schemas"]["NumericId"][];
        /** @description App of those who are named, an app that trusts yours or your own. Case and blanks around it do not count; `appKey` is accepted as the name too. */
        ReachedAppKey: components["schemas"]["AppKey"];
        /**
         * @description Numeric id of a chat room.
         * @example 12500011
         */
        RoomId: number;
        /**
         * Format: bytes-0-250
         * @description What the chat room is about, up to 250 bytes.
         * @example Saturday at eight
         */
        Description: string;
        ChatRoom: {
            id: components["schemas"]["RoomId"];
            /** @description The owner; absent for a chat room of the RongCloud dialect that was given none, and after the owner was deleted. */
            owner_username?: components["schemas"]["Username"];
            /**
             * @description Name of the chat room. Empty, or longer than 64 bytes, when it was set through the RongCloud dialect.
             * @example Finals
             */
            name: string;
            /** @description What the chat room is about; empty when nothing was given. */
            description: components["schemas"]["Description"];
            /**
             * @description App key of the app that the chat room belongs to.
             * @example 4f7aef34fb361292c566a1cd
             */
            appkey: string;
            /**
             * @description Most members, the owner included; absent for a chat room of the RongCloud dialect, which has no limit.
             * @example 10000
             */
            max_member_count?: number;
            /**
             * @description Members now, the owner included.
             * @example 2
             */
            total_member_count: number;
            /** @description Time of creation. */
            ctime: components["schemas"]["DateTime"];
        };
        ChatRoomPage: {
            /**
             * @description Chat rooms in all.
             * @example 1233
             */
            total: number;
            /**
             * @description Index of the first chat room, as asked for.
             * @example 1100
             */
            start: number;
            /**
             * @description Chat rooms in this answer.
             * @example 1
             */
            count: number;
            /** @description Chat rooms in order of creation. */
            rooms: components["schemas"]["ChatRoom"][];
        };
        /**
         * Format: bytes-0-64
         * @description Name of the chat room, 0 to 64 bytes of any characters.
         * @example Finals
         */
        RoomName: string;
        /** @description Chat rooms. */
        ChatRooms: components["schemas"]["ChatRoom"][];
        /**
         * Format: bytes-0-1024
         * @description Name of the chat room, 0 to 64 bytes of any characters. The one that is stored is taken too where the RongCloud dialect set a longer one.
         * @example Finals
         */
        RoomNameChange: string;
        /** @description A member. Of one who was never registered, which the RongCloud dialect allows, `mtime` and `ctime` are absent. */
        RoomMember: {
            username: components["schemas"]["Username"];
            /** @description App of the member; only where it is another one than the chat room's. */
            appkey?: components["schemas"]["AppKey"];
            /**
             * @description 1 silenced in this chat room, 0 not. It does not mark the owner, as it does in groups.
             * @example 0
             * @enum {integer}
             */
            flag: 0 | 1;
            /** @description When the user entered the chat room. */
            room_ctime: components["schemas"]["DateTime"];
            /** @description Time of the last change of the user's profile or password. */
            mtime?: components["schemas"]["DateTime"];
            /** @description Time of the user's registration. */
            ctime?: components["schemas"]["DateTime"];
        };
        RoomMemberPage: {
            /**
             * @description Members in all.
             * @example 2
             */
            total: number;
            /** @description Members, who came last first. */
            users: components["schemas"]["RoomMember"][];
            /**
             * @description Members in this answer.
             * @example 2
             */
            count: number;
            /**
             * @description Index of the first member, as asked for.
             * @example 0
             */
            start: number;
        };
        /** @description 1 to 3000 names. One that comes twice counts once. */
        "MemberNames-2": components["schemas"]["Username"][];
        /**
         * @description A listed word as it was given, case included. One of the RongCloud dialect has up to 32 characters.
         * @example lottery
         */
        ListedWord: string;
        /**
         * @description 1 to 10 characters, kept as given; an emoji is one character. At least one is not punctuation or blank; such a word would be found in almost every message.
         * @example lottery
         */
        NewWord: string;
        /**
         * @description 1 on, 0 off.
         * @example 1
         * @enum {integer}
         */
        Switch: 0 | 1;
        SwitchState: {
            status: components["schemas"]["Switch"];
        };
        /** @description The switch, for clients that send it here and not in the query. */
        SwitchBody: {
            status?: components["schemas"]["Switch"];
        };
        CrossGroupMember: WithRequired<components["schemas"]["GroupMember"], "appkey">;
        /** @description Members of one app to add and to remove; at least one of the lists names somebody. */
        CrossMembers: {
            appkey: components["schemas"]["ReachedAppKey"];
            add?: components["schemas"]["MemberNames"];
            remove?: components["schemas"]["MemberNames"];
        };
        CrossGroup: {
            gid: components["schemas"]["Gid"];
            name: components["schemas"]["StoredGroupName"];
            /** @description What the group is about; empty when nothing was given. */
            desc: components["schemas"]["GroupDescription"];
            /** @description App of the group. */
            appkey: components["schemas"]["AppKey"];
            /**
             * @description Most members, the owner included; `MaxMemberCount` elsewhere.
             * @example 500
             */
            max_member_count: number;
            /** @description Time of the last change of name, desc or avatar. */
            mtime: components["schemas"]["DateTime"];
            /** @description Time of creation. */
            ctime: components["schemas"]["DateTime"];
        };
        /** @description A user on a blacklist. Of one who was never registered, which the RongCloud dialect allows, only these two fields are known. */
        BlockedUser: {
            username: components["schemas"]["Username"];
            /** @description App of the user. */
            appkey: components["schemas"]["AppKey"];
            nickname?: components["schemas"]["StoredNickname"];
            avatar?: components["schemas"]["MediaId"];
            birthday?: components["schemas"]["StoredBirthday"];
            gender?: components["schemas"]["Gender"];
            signature?: components["schemas"]["ProfileText"];
            region?: components["schemas"]["ProfileText"];
            address?: components["schemas"]["ProfileText"];
            extras?: components["schemas"]["Extras"];
            mtime?: components["schemas"]["ChangeTime"];
            ctime?: components["schemas"]["RegistrationTime"];
        };
        /** @description Users of one app. */
        CrossUsernames: {
            appkey: components["schemas"]["ReachedAppKey"];
            usernames: components["schemas"]["Usernames"];
        };
        /** @description Users and groups of one app. */
        CrossQuiet: {
            appkey: components["schemas"]["ReachedAppKey"];
            single?: components["schemas"]["QuietUsers"];
            group?: components["schemas"]["QuietGroups"];
        };
        /** @description What is noted about one friend. A note that is left out stays as it is. */
        CrossFriendNote: {
            appkey: components["schemas"]["ReachedAppKey"];
            /** @description The friend. */
            username: components["schemas"]["Username"];
            note_name?: components["schemas"]["NoteName"];
            others?: components["schemas"]["NoteText"];
        };
        /** @description Users of one app. */
        CrossFriends: {
            appkey: components["schemas"]["ReachedAppKey"];
            users: components["schemas"]["Usernames"];
        };
        /** @description Up to 3000 names. One that comes twice counts once. */
        RoomNames: components["schemas"]["Username"][];
        /** @description Members of one app to add and to remove; at least one of the lists names somebody. */
        CrossRoomMembers: {
            appkey: components["schemas"]["ReachedAppKey"];
            add?: components["schemas"]["RoomNames"];
            remove?: components["schemas"]["RoomNames"];
        };
    };
    responses: {
        /** @description The call was refused. Read `error.code`; messages may change. After 899030 nobody knows whether it was done. */
        Failure: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FailureBody"];
            };
        };
        /** @description The call was refused. The body is the list with an error in every entry when each user was refused by itself, and the usual envelope when the call was refused as a whole. */
        BatchFailure: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UserOutcomes"] | components["schemas"]["FailureBody"];
            };
        };
    };
    parameters: {
        /**
         * @description Index of the first record, from 0; 0 when absent.
         * @example 0
         */
        Start: number;
        /**
         * @description Records per page, 1 to 500; 500 when absent.
         * @example 100
         */
        Count: number;
        /**
         * @description Name of the user.
         * @example javen
         */
        Username: components["schemas"]["Username"];
        /**
         * @description The `msg_id` of the message.
         * @example 43143728109
         */
        MessageId: components["schemas"]["MessageId"];
        /**
         * @description Messages per page, 1 to 1000. Required without `cursor`; with it, every page has the size of the first.
         * @example 100
         */
        HistoryCount: number;
        /**
         * @description From this second on, as `yyyy-MM-dd HH:mm:ss` in the server's time zone.
         * @example 2026-01-31 00:00:00
         */
        BeginTime: components["schemas"]["AskedTime"];
        /**
         * @description To this second, which still counts.
         * @example 2026-01-31 23:59:59
         */
        EndTime: components["schemas"]["AskedTime"];
        /** @description Of the answer before, at most 120 seconds old. The other parameters are then ignored. The first call has none. */
        Cursor: string;
        /**
         * @description Numeric id of the group.
         * @example 10055201
         */
        Gid: components["schemas"]["Gid"];
        /**
         * @description Numeric id of the chat room.
         * @example 12500011
         */
        HistoryRoomId: number;
        /**
         * @description Numeric id of the chat room.
         * @example 12500011
         */
        RoomId: components["schemas"]["RoomId"];
        /**
         * @description 1 switches it on, 0 off. Required unless the body has it.
         * @example 0
         */
        Status: components["schemas"]["Switch"];
    };
    requestBodies: never;
    headers: {
        /** @description Id of this request, as sent by the client in `X-Request-ID` or made by the server. Log it; it finds the request in the server's log. */
        RequestId: string;
        /** @description Calls that the app may make in the window of the rate limit. The three `X-Rate-Limit` headers come together or not at all: they are missing where no call is counted, because the credentials or the body were refused first, or the app has no limits. */
        RateLimitLimit: number;
        /** @description Calls of them that are left after this one. */
        RateLimitRemaining: number;
        /** @description Seconds after which, if no call is made, all of them are left again. */
        RateLimitReset: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listUsers: {
        parameters: {
            query?: {
                /**
                 * @description Index of the first record, from 0; 0 when absent.
                 * @example 0
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Records per page, 1 to 500; 500 when absent.
                 * @example 100
                 */
                count?: components["parameters"]["Count"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of users. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    registerUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": (components["schemas"]["NewUser"] | {
                    [key: string]: unknown;
                })[];
            };
        };
        responses: {
            /** @description At least one user is registered. */
            201: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOutcomes"];
                };
            };
            "4XX": components["responses"]["BatchFailure"];
        };
    };
    deleteUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Username"][];
            };
        };
        responses: {
            /** @description At least one user is deleted. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOutcomes"];
                };
            };
            "4XX": components["responses"]["BatchFailure"];
        };
    };
    queryUserStatuses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Usernames"];
            };
        };
        responses: {
            /** @description One entry for each user asked for. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        username: components["schemas"]["Username"];
                        /** @description Devices that the user has logged in on. */
                        devices: components["schemas"]["DeviceStatus"][];
                    }[];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    queryKnownUserStatuses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Usernames"];
            };
        };
        responses: {
            /** @description One entry for each user asked for. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        username: components["schemas"]["Username"];
                        /** @description Devices that the user has logged in on. */
                        devices: components["schemas"]["DeviceStatus"][];
                        /**
                         * @description 0 the user exists, 1 there is no such user.
                         * @example 0
                         * @enum {integer}
                         */
                        statuscode: 0 | 1;
                        /**
                         * @description Only with `statuscode` 1.
                         * @constant
                         */
                        statusmsg?: "no_exist";
                    }[];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    nickname?: components["schemas"]["NicknameChange"];
                    avatar?: components["schemas"]["MediaId"];
                    birthday?: components["schemas"]["Birthday"];
                    gender?: components["schemas"]["Gender"];
                    signature?: components["schemas"]["ProfileText"];
                    region?: components["schemas"]["ProfileText"];
                    address?: components["schemas"]["ProfileText"];
                    extras?: components["schemas"]["Extras"];
                };
            };
        };
        responses: {
            /** @description The profile is changed. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is deleted. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getUserStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The status. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    new_password: components["schemas"]["Password"];
                };
            };
        };
        responses: {
            /** @description The password is changed. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getBlacklist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The users; an empty list when there are none. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["User"] | {
                        username: components["schemas"]["Username"];
                    })[];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    addToBlacklist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Usernames"];
            };
        };
        responses: {
            /** @description The users are on the blacklist. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    removeFromBlacklist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Usernames"];
            };
        };
        responses: {
            /** @description The users are not on the blacklist. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    setDoNotDisturb: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    single?: components["schemas"]["QuietUsers"];
                    group?: components["schemas"]["QuietGroups"];
                    /**
                     * @description 1 silences everything, 0 ends that; users and groups that are set by name stay set.
                     * @example 0
                     * @enum {integer}
                     */
                    global?: 0 | 1;
                };
            };
        };
        responses: {
            /** @description The settings are changed. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    setUserForbidden: {
        parameters: {
            query: {
                /**
                 * @description true disables, false enables; in upper or lower case.
                 * @example true
                 */
                disable: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is disabled or enabled. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listFriends: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The friends; an empty list when there are none. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Friend"][];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    setFriendNotes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FriendNote"][];
            };
        };
        responses: {
            /** @description The notes are changed. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    addFriends: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Usernames"];
            };
        };
        responses: {
            /** @description The users are friends. */
            201: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    removeFriends: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Usernames"];
            };
        };
        responses: {
            /** @description The users are no friends. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listAdmins: {
        parameters: {
            query?: {
                /**
                 * @description Index of the first record, from 0; 0 when absent.
                 * @example 0
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Records per page, 1 to 500; 500 when absent.
                 * @example 100
                 */
                count?: components["parameters"]["Count"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of admins. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    registerAdmin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"] | components["schemas"]["NewUser"][];
            };
        };
        responses: {
            /** @description The admin is registered. */
            201: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Version of the message protocol.
                     * @example 1
                     * @enum {integer}
                     */
                    version: 1;
                    /**
                     * @description What `target_id` names.
                     * @example single
                     * @enum {string}
                     */
                    target_type: "single" | "group" | "chatroom";
                    /**
                     * Format: bytes-1-128
                     * @description Name of the user, or numeric id of the group or chat room, as a number or as text.
                     * @example javen
                     */
                    target_id: string | number;
                    /**
                     * @description App of the target; your own when it is absent or empty. Another app has to trust yours. `from_id` is always a user of your own app, and `media_id` a file of it or of an app that trusts it.
                     * @example 4f7aef34fb361292c566a1cd
                     */
                    target_appkey?: components["schemas"]["ShortText"];
                    /**
                     * @description Display name of the receiver, up to 250 bytes.
                     * @example Javen
                     */
                    target_name?: components["schemas"]["ShortText"];
                    /**
                     * @description `admin` insists that `from_id` is an admin; `user` takes any registered user.
                     * @example admin
                     * @enum {string}
                     */
                    from_type: "admin" | "user";
                    /** @description Sender. */
                    from_id: components["schemas"]["Username"];
                    /**
                     * @description Display name of the sender, up to 250 bytes.
                     * @example Fang
                     */
                    from_name?: components["schemas"]["ShortText"];
                    /**
                     * @description Says which of its forms `msg_body` has.
                     * @example text
                     * @enum {string}
                     */
                    msg_type: "text" | "image" | "voice" | "custom" | "file" | "location" | "video";
                    /** @description Content, at most 4096 bytes as JSON text. What `msg_type` needs has to be there; further keys pass through. */
                    msg_body: components["schemas"]["TextBody"] | components["schemas"]["ImageBody"] | components["schemas"]["VoiceBody"] | components["schemas"]["FileBody"] | components["schemas"]["LocationBody"] | components["schemas"]["VideoBody"] | components["schemas"]["CustomBody"];
                    /**
                     * @description True: not kept for a receiver who is offline; false when absent.
                     * @example false
                     */
                    no_offline?: boolean;
                    /**
                     * @description True: no push for a receiver who is offline; false when absent.
                     * @example false
                     */
                    no_notification?: boolean;
                    /** @description Own words for the push. */
                    notification?: {
                        /**
                         * @description Title, up to 250 bytes.
                         * @example New message
                         */
                        title?: components["schemas"]["ShortText"];
                        /**
                         * @description Text, up to 250 bytes.
                         * @example Fang says hello
                         */
                        alert?: components["schemas"]["ShortText"];
                    };
                } & components["schemas"]["BodyByType"];
            };
        };
        responses: {
            /** @description The message is stored. */
            201: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        msg_id: components["schemas"]["MessageId"];
                        /**
                         * @description When the server accepted the message, in milliseconds since 1970.
                         * @example 1493794522950
                         */
                        msg_ctime: number;
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    retractMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
                /**
                 * @description The `msg_id` of the message.
                 * @example 43143728109
                 */
                msgid: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message is retracted. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /**
                 * @description Messages per page, 1 to 1000. Required without `cursor`; with it, every page has the size of the first.
                 * @example 100
                 */
                count?: components["parameters"]["HistoryCount"];
                /**
                 * @description From this second on, as `yyyy-MM-dd HH:mm:ss` in the server's time zone.
                 * @example 2026-01-31 00:00:00
                 */
                begin_time?: components["parameters"]["BeginTime"];
                /**
                 * @description To this second, which still counts.
                 * @example 2026-01-31 23:59:59
                 */
                end_time?: components["parameters"]["EndTime"];
                /** @description Of the answer before, at most 120 seconds old. The other parameters are then ignored. The first call has none. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listUserMessages: {
        parameters: {
            query?: {
                /**
                 * @description Messages per page, 1 to 1000. Required without `cursor`; with it, every page has the size of the first.
                 * @example 100
                 */
                count?: components["parameters"]["HistoryCount"];
                /**
                 * @description From this second on, as `yyyy-MM-dd HH:mm:ss` in the server's time zone.
                 * @example 2026-01-31 00:00:00
                 */
                begin_time?: components["parameters"]["BeginTime"];
                /**
                 * @description To this second, which still counts.
                 * @example 2026-01-31 23:59:59
                 */
                end_time?: components["parameters"]["EndTime"];
                /** @description Of the answer before, at most 120 seconds old. The other parameters are then ignored. The first call has none. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listGroupMessages: {
        parameters: {
            query?: {
                /**
                 * @description Messages per page, 1 to 1000. Required without `cursor`; with it, every page has the size of the first.
                 * @example 100
                 */
                count?: components["parameters"]["HistoryCount"];
                /**
                 * @description From this second on, as `yyyy-MM-dd HH:mm:ss` in the server's time zone.
                 * @example 2026-01-31 00:00:00
                 */
                begin_time?: components["parameters"]["BeginTime"];
                /**
                 * @description To this second, which still counts.
                 * @example 2026-01-31 23:59:59
                 */
                end_time?: components["parameters"]["EndTime"];
                /** @description Of the answer before, at most 120 seconds old. The other parameters are then ignored. The first call has none. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description Numeric id of the group.
                 * @example 10055201
                 */
                gid: components["parameters"]["Gid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listChatroomMessages: {
        parameters: {
            query?: {
                /**
                 * @description Messages per page, 1 to 1000. Required without `cursor`; with it, every page has the size of the first.
                 * @example 100
                 */
                count?: components["parameters"]["HistoryCount"];
                /**
                 * @description From this second on, as `yyyy-MM-dd HH:mm:ss` in the server's time zone.
                 * @example 2026-01-31 00:00:00
                 */
                begin_time?: components["parameters"]["BeginTime"];
                /**
                 * @description To this second, which still counts.
                 * @example 2026-01-31 23:59:59
                 */
                end_time?: components["parameters"]["EndTime"];
                /** @description Of the answer before, at most 120 seconds old. The other parameters are then ignored. The first call has none. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description Numeric id of the chat room.
                 * @example 12500011
                 */
                chatroomid: components["parameters"]["HistoryRoomId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getMedia: {
        parameters: {
            query: {
                /**
                 * @description The `media_id` of the file, from an upload, an avatar or a message.
                 * @example diglot/image/F39AA12204DAB6A20839D1C048E94032
                 */
                mediaId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Absolute address; ask for a new one instead of keeping it.
                         * @example https://im.example.com/media/dcf71ef5082057832bd44fbd/diglot/image/F39AA12204DAB6A20839D1C048E94032?expires=1769830699000&signature=y9dYz2Xb1uLqzH0vT3cQm5rPaXk7sWfE
                         */
                        url: string;
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    uploadMedia: {
        parameters: {
            query: {
                /**
                 * @description What the file is.
                 * @example file
                 */
                type: "image" | "file" | "voice";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * @description The file. The field may have any name.
                     * @example Hello
                     */
                    filename: Blob;
                };
            };
        };
        responses: {
            /** @description The file is stored. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Image"] | components["schemas"]["Voice"] | components["schemas"]["File"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listGroups: {
        parameters: {
            query?: {
                /**
                 * @description Index of the first record, from 0; 0 when absent.
                 * @example 0
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Records per page, 1 to 500; 500 when absent.
                 * @example 100
                 */
                count?: components["parameters"]["Count"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of groups. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupPage"];
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
                "application/json": {
                    owner_username: components["schemas"]["Username"];
                    name: components["schemas"]["GroupName"];
                    /** @description Up to 500 members besides the owner. A name that comes twice, and the owner's, count once. */
                    members_username?: components["schemas"]["MemberNames"];
                    desc?: components["schemas"]["GroupDescription"];
                    avatar?: components["schemas"]["MediaId"];
                    /**
                     * @description 2 is a public group; 1, 0 or absent a private one.
                     * @example 1
                     * @enum {integer}
                     */
                    flag?: 0 | 1 | 2;
                };
            };
        };
        responses: {
            /** @description The group. */
            201: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the group.
                 * @example 10055201
                 */
                gid: components["parameters"]["Gid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    updateGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the group.
                 * @example 10055201
                 */
                gid: components["parameters"]["Gid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: components["schemas"]["GroupNameChange"];
                    desc?: components["schemas"]["GroupDescription"];
                    avatar?: components["schemas"]["MediaId"];
                };
            };
        };
        responses: {
            /** @description The group is changed. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    deleteGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the group.
                 * @example 10055201
                 */
                gid: components["parameters"]["Gid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is no such group any more. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listGroupMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the group.
                 * @example 10055201
                 */
                gid: components["parameters"]["Gid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The members. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupMember"][];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    changeGroupMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the group.
                 * @example 10055201
                 */
                gid: components["parameters"]["Gid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    add?: components["schemas"]["MemberNames"];
                    remove?: components["schemas"]["MemberNames"];
                };
            };
        };
        responses: {
            /** @description The members are changed. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    addGroupMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the group.
                 * @example 10055201
                 */
                gid: components["parameters"]["Gid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Usernames"];
            };
        };
        responses: {
            /** @description The users are members. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    removeGroupMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the group.
                 * @example 10055201
                 */
                gid: components["parameters"]["Gid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Usernames"];
            };
        };
        responses: {
            /** @description The users are no members. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    silenceGroupMembers: {
        parameters: {
            query: {
                /**
                 * @description True silences, false lifts it. `True` and `False` are accepted too.
                 * @example true
                 */
                status: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description Numeric id of the group.
                 * @example 10055201
                 */
                gid: components["parameters"]["Gid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Usernames"];
            };
        };
        responses: {
            /** @description The state is set. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listUserGroups: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The groups. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"][];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    setGroupShield: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    add?: components["schemas"]["Gids"];
                    remove?: components["schemas"]["Gids"];
                };
            };
        };
        responses: {
            /** @description The blocks are changed. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    transferGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the group.
                 * @example 10055201
                 */
                gid: components["parameters"]["Gid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The new owner. */
                    username: components["schemas"]["Username"];
                    /** @description App of the new owner; your own when absent. `appKey` is accepted as the name too. */
                    appkey?: components["schemas"]["ReachedAppKey"];
                };
            };
        };
        responses: {
            /** @description The member is the owner. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listChatrooms: {
        parameters: {
            query?: {
                /**
                 * @description Index of the first record, from 0; 0 when absent.
                 * @example 0
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Records per page, 1 to 500; 500 when absent.
                 * @example 100
                 */
                count?: components["parameters"]["Count"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of chat rooms. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatRoomPage"];
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
                "application/json": {
                    owner_username: components["schemas"]["Username"];
                    name: components["schemas"]["RoomName"];
                    description?: components["schemas"]["Description"];
                    /** @description Up to 3000 members besides the owner. A name that comes twice, and the owner's, count once. */
                    members_username?: components["schemas"]["Username"][];
                };
            };
        };
        responses: {
            /** @description The id of the chat room. */
            201: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        chatroom_id: components["schemas"]["RoomId"];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getChatrooms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NumericId"][];
            };
        };
        responses: {
            /** @description Those of the chat rooms that exist. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatRooms"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    updateChatroom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the chat room.
                 * @example 12500011
                 */
                room_id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    owner_username?: components["schemas"]["Username"];
                    name?: components["schemas"]["RoomNameChange"];
                    description?: components["schemas"]["Description"];
                };
            };
        };
        responses: {
            /** @description The chat room is changed. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    deleteChatroom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the chat room.
                 * @example 12500011
                 */
                room_id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is no such chat room any more. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    silenceChatroomMember: {
        parameters: {
            query: {
                /**
                 * @description 1 silences, 0 lifts it.
                 * @example 1
                 */
                status: 0 | 1;
            };
            header?: never;
            path: {
                /**
                 * @description Numeric id of the chat room.
                 * @example 12500011
                 */
                room_id: components["parameters"]["RoomId"];
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state is set. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listChatroomMembers: {
        parameters: {
            query?: {
                /**
                 * @description Index of the first record, from 0; 0 when absent.
                 * @example 0
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Members per page, 1 to 3000; 500 when absent.
                 * @example 100
                 */
                count?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Numeric id of the chat room.
                 * @example 12500011
                 */
                room_id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of members. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomMemberPage"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    addChatroomMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the chat room.
                 * @example 12500011
                 */
                room_id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberNames-2"];
            };
        };
        responses: {
            /** @description The users are members. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    removeChatroomMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the chat room.
                 * @example 12500011
                 */
                room_id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberNames-2"];
            };
        };
        responses: {
            /** @description The users are no members. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listUserChatrooms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chat rooms. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatRooms"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listSensitiveWords: {
        parameters: {
            query?: {
                /**
                 * @description Index of the first record, from 0; 0 when absent.
                 * @example 0
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Words per page, 1 to 2000; 2000 when absent.
                 * @example 100
                 */
                count?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of words. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Index of the first word, as asked for.
                         * @example 2
                         */
                        start: number;
                        /**
                         * @description Words in this answer.
                         * @example 1
                         */
                        count: number;
                        /** @description Words in the order of adding. */
                        words: {
                            name: components["schemas"]["ListedWord"];
                            /** @description When the word was added; a change of it leaves the time. */
                            itime: components["schemas"]["DateTime"];
                        }[];
                        /**
                         * @description Words in all.
                         * @example 3
                         */
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    updateSensitiveWord: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    old_word: components["schemas"]["ListedWord"];
                    new_word: components["schemas"]["NewWord"];
                };
            };
        };
        responses: {
            /** @description The word is changed. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    addSensitiveWords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWord"][];
            };
        };
        responses: {
            /** @description All words are listed. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    deleteSensitiveWords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    word: components["schemas"]["ListedWord"];
                } | components["schemas"]["ListedWord"][];
            };
        };
        responses: {
            /** @description The word is not listed any more. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getSensitiveWordFilter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The switch. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwitchState"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    setSensitiveWordFilter: {
        parameters: {
            query?: {
                /**
                 * @description 1 switches it on, 0 off. Required unless the body has it.
                 * @example 0
                 */
                status?: components["parameters"]["Status"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SwitchBody"];
            };
        };
        responses: {
            /** @description The filter is on or off. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getClientRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The switch. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwitchState"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    setClientRegistration: {
        parameters: {
            query?: {
                /**
                 * @description 1 switches it on, 0 off. Required unless the body has it.
                 * @example 0
                 */
                status?: components["parameters"]["Status"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SwitchBody"];
            };
        };
        responses: {
            /** @description Clients can register users, or cannot. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listCrossGroupMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the group.
                 * @example 10055201
                 */
                gid: components["parameters"]["Gid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The members. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrossGroupMember"][];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    changeCrossGroupMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the group.
                 * @example 10055201
                 */
                gid: components["parameters"]["Gid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrossMembers"][] | components["schemas"]["CrossMembers"];
            };
        };
        responses: {
            /** @description The members are changed. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listCrossUserGroups: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The groups. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrossGroup"][];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getCrossBlacklist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The users; an empty list when there are none. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedUser"][];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    addToCrossBlacklist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrossUsernames"][] | components["schemas"]["CrossUsernames"];
            };
        };
        responses: {
            /** @description The users are on the blacklist. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    removeFromCrossBlacklist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrossUsernames"][] | components["schemas"]["CrossUsernames"];
            };
        };
        responses: {
            /** @description The users are not on the blacklist. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    setCrossDoNotDisturb: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": (components["schemas"]["CrossQuiet"] | components["schemas"]["CrossQuiet"][])[] | components["schemas"]["CrossQuiet"];
            };
        };
        responses: {
            /** @description The settings are changed. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    setCrossFriendNotes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrossFriendNote"][] | components["schemas"]["CrossFriendNote"];
            };
        };
        responses: {
            /** @description The notes are changed. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    addCrossFriends: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrossFriends"] | components["schemas"]["CrossFriends"][];
            };
        };
        responses: {
            /** @description The users are friends. */
            201: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    removeCrossFriends: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the user.
                 * @example javen
                 */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrossFriends"] | components["schemas"]["CrossFriends"][];
            };
        };
        responses: {
            /** @description The users are no friends. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    changeCrossChatroomMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Numeric id of the chat room.
                 * @example 12500011
                 */
                room_id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrossRoomMembers"][] | components["schemas"]["CrossRoomMembers"];
            };
        };
        responses: {
            /** @description The members are changed. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Rate-Limit-Limit": components["headers"]["RateLimitLimit"];
                    "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
}
type WithRequired<T, K extends keyof T> = T & {
    [P in K]-?: T[P];
};
