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
         * @description Each user is disconnected and can no longer get a token or connect. Name, avatar and the user's own blocklist are deleted; group memberships stay. Messages sent by this API in the user's name still go out. Repeating the call is no error, and users that were never registered are accepted.
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
         * @description Sends one message to each recipient, in the name of the sender. The answer comes when all of them are stored; it reports acceptance, not delivery. Recipients need not be registered. Mutes and allowlists concern messages that clients send; only `verifyBlacklist` makes this call respect blocklists.
         */
        post: operations["publishPrivateMessage"];
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
         * @description Sends one message to each group, in the name of the sender, who need not be a member. A message is stored once whatever the size of the group. A group that does not exist is no error; nobody receives the message. With `toUserId` only those members receive it; that takes effect with exactly one group.
         */
        post: operations["publishGroupMessage"];
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
        /**
         * Format: bytes-1-32
         * @description Message type, 1 to 32 bytes. Built-in types begin with `RC:`; a custom type must not.
         * @example RC:TxtMsg
         */
        ObjectName: string;
        /**
         * Format: bytes-1-131072
         * @description Content of the type as JSON text, or any text of a custom type; up to 128 KB.
         * @example {"content":"Hello"}
         */
        Content: string;
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
        /**
         * Format: bytes-0-524288
         * @description First expansion pairs as a JSON object of texts, effective only with `expansion` true: at most 100 pairs, keys of 1 to 32 of `A-Z a-z 0-9 + = - _`, values of up to 4096 characters.
         * @example {"type":"3"}
         */
        ExtraContent: string;
        /**
         * @description Id of a message, four groups of four characters.
         * @example 5FGT-7VA9-G4DD-4V5P
         */
        MessageUid: string;
        /**
         * @description Id of a group, chosen by your app; 1 to 64 characters, case-sensitive.
         * @example group-7
         */
        GroupId: string;
    };
    responses: {
        /** @description The call was refused. Read `code`: the HTTP status only groups the codes. Nothing was changed unless the operation says otherwise. */
        Failure: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FailureBody"];
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
                    /** @description Sender. */
                    fromUserId: components["schemas"]["UserId"];
                    /** @description 1 to 1000 recipients. */
                    toUserId: components["schemas"]["UserId"][];
                    objectName: components["schemas"]["ObjectName"];
                    content: components["schemas"]["Content"];
                    pushContent?: components["schemas"]["PushContent"];
                    pushData?: components["schemas"]["PushData"];
                    pushExt?: components["schemas"]["PushExt"];
                    /** @description 1 also delivers the message to the sender's own clients; 0 when absent. */
                    isIncludeSender?: components["schemas"]["Switch"];
                    /**
                     * @description iOS badge, effective with exactly one recipient; -1 leaves it as it is.
                     * @example 1
                     */
                    count?: number;
                    /** @description 1 drops recipients whose blocklist holds the sender; the answer names them all the same. 0 when absent. */
                    verifyBlacklist?: components["schemas"]["Switch"];
                    /** @description 0 keeps the message out of the history that is read back; 1 when absent. */
                    isPersisted?: components["schemas"]["Switch"];
                    /** @description 0 does not count as unread; 1 when absent. */
                    isCounted?: components["schemas"]["Switch"];
                    /** @description 1 is an iOS silent push; 0 when absent. */
                    contentAvailable?: components["schemas"]["Switch"];
                    /**
                     * @description True makes the message extensible; false when absent.
                     * @example false
                     */
                    expansion?: boolean;
                    extraContent?: components["schemas"]["ExtraContent"];
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
                    /** @description 1 asks the recipient's client for a read receipt; 0 when absent. */
                    needReadReceipt?: components["schemas"]["Switch"];
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
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description One entry for each recipient, in the order of the call. */
                        messageUIDs: {
                            userId: components["schemas"]["UserId"];
                            messageUID: components["schemas"]["MessageUid"];
                        }[];
                    };
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
                    /** @description Sender. */
                    fromUserId: components["schemas"]["UserId"];
                    /** @description 1 to 3 groups; exactly 1 for a directed message. */
                    toGroupId: components["schemas"]["GroupId"][];
                    /** @description The members who receive a directed message. */
                    toUserId?: components["schemas"]["UserId"][];
                    objectName: components["schemas"]["ObjectName"];
                    content: components["schemas"]["Content"];
                    pushContent?: components["schemas"]["PushContent"];
                    pushData?: components["schemas"]["PushData"];
                    pushExt?: components["schemas"]["PushExt"];
                    /** @description 1 also delivers the message to the sender's own clients; 0 when absent. */
                    isIncludeSender?: components["schemas"]["Switch"];
                    /** @description 0 keeps the message out of the history that is read back; 1 when absent. */
                    isPersisted?: components["schemas"]["Switch"];
                    /** @description 0 does not count as unread; 1 when absent. */
                    isCounted?: components["schemas"]["Switch"];
                    /** @description 1 makes `mentionedInfo` in the content effective; 0 when absent. */
                    isMentioned?: components["schemas"]["Switch"];
                    /** @description 1 is an iOS silent push; 0 when absent. */
                    contentAvailable?: components["schemas"]["Switch"];
                    /**
                     * @description True makes the message extensible; false when absent.
                     * @example false
                     */
                    expansion?: boolean;
                    extraContent?: components["schemas"]["ExtraContent"];
                    /**
                     * @description True: no push for members who are offline; false when absent.
                     * @example false
                     */
                    disablePush?: boolean;
                    /**
                     * @description True: the client keeps the former last message of the conversation; false when absent.
                     * @example false
                     */
                    disableUpdateLastMsg?: boolean;
                    /** @description 1 asks the members' clients for a read receipt; 0 when absent. */
                    needReadReceipt?: components["schemas"]["Switch"];
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
                    "application/json": {
                        code: components["schemas"]["Code"];
                        /** @description One entry for each group, in the order of the call. */
                        messageUIDs: {
                            groupId: components["schemas"]["GroupId"];
                            messageUID: components["schemas"]["MessageUid"];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
}
