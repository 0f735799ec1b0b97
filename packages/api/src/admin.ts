// Generated from spec/ by `pnpm generate`. Do not edit.
export interface paths {
    "/admin/v1/apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List apps
         * @description A page of the apps in order of creation, without their secrets. `next` is there when more follow: give it as `after` to get them.
         */
        get: operations["listApps"];
        put?: never;
        /**
         * Create an app
         * @description Key and secret are 24 random letters and digits each unless you give your own, for example those that your app had in a cloud. Official JMessage SDKs take keys of 24 letters and digits only. The answer shows the secret this once: keep it. Settings that are not given have their defaults. An app cannot be deleted; a new secret locks out who has the old one.
         */
        post: operations["createApp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/apps/{appKey}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Key of the app, compared without regard to case.
                 * @example dcf71ef5082057832bd44fbd
                 */
                appKey: components["parameters"]["AppKey"];
            };
            cookie?: never;
        };
        /**
         * Get an app
         * @description Name and time of creation. No call tells the secret of an app again; Rotate an app's secret makes a new one.
         */
        get: operations["getApp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename an app
         * @description Sets the name. Key and secret stay.
         */
        patch: operations["updateApp"];
        trace?: never;
    };
    "/admin/v1/apps/{appKey}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Key of the app, compared without regard to case.
                 * @example dcf71ef5082057832bd44fbd
                 */
                appKey: components["parameters"]["AppKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate an app's secret
         * @description Gives the app a new secret of 24 random letters and digits. Signatures, HTTP Basic and user tokens made with the old one end at once on this server, and within a second on other nodes. The answer shows the new secret this once: keep it.
         */
        post: operations["rotateAppSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/apps/{appKey}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Key of the app, compared without regard to case.
                 * @example dcf71ef5082057832bd44fbd
                 */
                appKey: components["parameters"]["AppKey"];
            };
            cookie?: never;
        };
        /**
         * Get an app's settings
         * @description Every setting as it holds now, those that were never set with their default.
         */
        get: operations["getSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an app's settings
         * @description Changes what is named and leaves the rest, as JSON Merge Patch (RFC 7396) does: objects are merged, and null puts the default back, of one setting or of a whole object. Either all of the change is made or, when a name is unknown or a value is not acceptable, nothing. The answer has every setting as it holds now. Changes that arrive at once do not undo each other.
         */
        patch: operations["updateSettings"];
        trace?: never;
    };
    "/admin/v1/apps/{appKey}/trusts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Key of the app, compared without regard to case.
                 * @example dcf71ef5082057832bd44fbd
                 */
                appKey: components["parameters"]["AppKey"];
            };
            cookie?: never;
        };
        /**
         * List the apps that trust an app
         * @description All apps that the app and who trust each other, in the order of the grants, without their secrets.
         */
        get: operations["listTrusts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/apps/{appKey}/trusts/{otherKey}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Key of the app, compared without regard to case.
                 * @example dcf71ef5082057832bd44fbd
                 */
                appKey: components["parameters"]["AppKey"];
                /**
                 * @description Key of the other app, compared without regard to case.
                 * @example 8luwapkvucoil
                 */
                otherKey: components["parameters"]["OtherKey"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Let two apps trust each other
         * @description From then on each app reaches users and groups of the other through the cross-app operations of the JMessage dialect. Trust is mutual, and it is not passed on: whom the other app trusts is its own affair. Repeating the call is no error.
         */
        put: operations["addTrust"];
        post?: never;
        /**
         * End the trust between two apps
         * @description Deletes what was built on the trust: memberships, friendships, blacklist and do-not-disturb entries between users and groups of the two apps. Groups are handed over, and end, as when their members leave. Messages stay. A new grant brings nothing back. Apps that do not trust each other are no error.
         */
        delete: operations["removeTrust"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/rate-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List rate limits
         * @description The documented limits of both dialects, by bucket, for `rateLimits.overrides`. They are the same for every app until its settings say otherwise. Where a bucket has several limits, all of them hold, and an override stands in for all.
         */
        get: operations["listRateLimits"];
        put?: never;
        post?: never;
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
         * @description Key of an app, 1 to 64 letters and digits.
         * @example dcf71ef5082057832bd44fbd
         */
        AppKey: string;
        /**
         * @description Name for people, 1 to 100 characters; several apps may have the same.
         * @example Chess club
         */
        AppName: string;
        /**
         * Format: date-time
         * @description Time of creation, RFC 3339 in UTC.
         * @example 2026-01-31T02:38:19.000Z
         */
        CreatedAt: string;
        App: {
            appKey: components["schemas"]["AppKey"];
            name: components["schemas"]["AppName"];
            createdAt: components["schemas"]["CreatedAt"];
        };
        /**
         * @description Why; the error table says when each comes.
         * @example field_invalid
         * @enum {string}
         */
        Code: "app_key_taken" | "app_unknown" | "body_invalid" | "body_too_large" | "field_invalid" | "field_missing" | "internal" | "key_missing" | "key_wrong" | "method_not_allowed" | "path_unknown" | "request_invalid" | "too_many_wrong_keys" | "unavailable";
        Error: {
            code: components["schemas"]["Code"];
            /**
             * @description The reason in English. Meant for people; programs read `code` and `field`.
             * @example chatroomIdleMinutes must be at most 10080
             */
            message: string;
            /**
             * @description The field, path parameter or query parameter at fault, with dots between levels; absent where none is.
             * @example chatroomIdleMinutes
             */
            field?: string;
        };
        FailureBody: {
            error: components["schemas"]["Error"];
        };
        /**
         * @description Secret of an app, 8 to 64 letters and digits. It is the App Secret of RongCloud and the master secret of JMessage.
         * @example wv6ys8u1d2nmz5fqh0k3r7ab
         */
        AppSecret: string;
        /**
         * @description Whether users also get the messages to all users that were sent before their registration, as far back as `offlineDays`; true by default.
         * @example true
         */
        broadcastsForNewUsers: boolean;
        /** @description The default. */
        Default: null;
        /**
         * @description After so many minutes without a join, leave or message a chatroom is destroyed; 60 by default. Holds for chatrooms that are created from then on by a call that takes no time of its own, such as RongCloud's Create chatrooms with names.
         * @example 60
         */
        chatroomIdleMinutes: number;
        /**
         * @description Chatrooms that a user can be in at once, 1 by default. Joining one more ends the oldest stay. Those made through the JMessage dialect do not count.
         * @example 1
         */
        chatroomsPerUser: number;
        /**
         * @description Whether users can register through their clients; true by default. JMessage's switch of client registration is the same.
         * @example true
         */
        clientRegistration: boolean;
        /**
         * @description Days for which messages are kept, 180 by default. What is older does not exist for any call, and is deleted for good.
         * @example 180
         */
        historyDays: number;
        /**
         * @description Whether it is told of what it sends itself, through either dialect; false by default.
         * @example false
         */
        serverMessages: boolean;
        /**
         * @description Where the calls go, without user name, password and fragment; null, the default, for none. Internal addresses are called only when the server allows it (`DIGLOT_INTERNAL_WEBHOOKS`).
         * @example null
         */
        url: string | null;
        /**
         * @description Days in which users who come online still get the messages to all users, 7 by default.
         * @example 7
         */
        offlineDays: number;
        /**
         * @description Whether calls are counted, and refused above the limits; true by default.
         * @example true
         */
        enabled: boolean;
        /** @description So many points in so many seconds. */
        RateLimit: {
            /**
             * @description Most points in the window. A point is what the documented limit counts, a call for example.
             * @example 200
             */
            points: number;
            /**
             * @description Length of the window in seconds.
             * @example 1
             */
            seconds: number;
        };
        /**
         * @description Messages of clients; true by default. JMessage's switch of the word filter is the same.
         * @example true
         */
        clientMessages: boolean;
        /**
         * @description Words that the app may list, 10000 by default. Those above a limit that was lowered stay.
         * @example 10000
         */
        limit: number;
        /**
         * @description Messages that the app's server sends; false by default.
         * @example false
         */
        "serverMessages-2": boolean;
        /**
         * @description Messages to all users, and pushes to audiences.
         * @example true
         */
        broadcast: boolean;
        /**
         * @description Attributes of chatrooms (KV).
         * @example true
         */
        chatroomAttributes: boolean;
        /**
         * @description Messages to all chatrooms at once.
         * @example true
         */
        chatroomBroadcast: boolean;
        /**
         * @description Muting users in all chatrooms at once.
         * @example true
         */
        chatroomGlobalMute: boolean;
        /**
         * @description Chatrooms that stay when their time is over.
         * @example true
         */
        chatroomKeepalive: boolean;
        /**
         * @description Types of messages that chatrooms drop first.
         * @example true
         */
        chatroomMessagePriority: boolean;
        /**
         * @description Users and types of messages that chatrooms drop last.
         * @example true
         */
        chatroomWhitelist: boolean;
        /**
         * @description All messages of an hour as a file.
         * @example true
         */
        messageHistoryLog: boolean;
        /**
         * @description Who may send to a user, as a list of the user's own. While it is off the blocklists hold.
         * @example true
         */
        userAllowlist: boolean;
        /**
         * @description A RongCloud call whose Timestamp, in milliseconds or seconds, is further than this from the server's clock is refused, and so is one whose signature was used before, with 1004 and HTTP 401. Null, the default, checks neither. Leave it so for apps that call through the official Node SDK, which sends one signature for the life of its process.
         * @example 300
         */
        signatureWindowSeconds: number | null;
        /**
         * @description What happens to a media id that no upload to this server gave, in avatars and media messages of the JMessage dialect: accepted, the default, or refused.
         * @example accept
         * @enum {string}
         */
        unknownMedia: "accept" | "refuse";
        /**
         * @description Whether the server holds its own answers to the app against the API document; false by default. One that does not fit becomes an error 500 and a line in the log; what the call did stays. For tests: it costs speed.
         * @example false
         */
        validateResponses: boolean;
        /** @description What is left out stays as it is; null puts the default back. */
        SettingsChange: {
            broadcastsForNewUsers?: components["schemas"]["broadcastsForNewUsers"] | components["schemas"]["Default"];
            chatroomIdleMinutes?: components["schemas"]["chatroomIdleMinutes"] | components["schemas"]["Default"];
            chatroomsPerUser?: components["schemas"]["chatroomsPerUser"] | components["schemas"]["Default"];
            clientRegistration?: components["schemas"]["clientRegistration"] | components["schemas"]["Default"];
            historyDays?: components["schemas"]["historyDays"] | components["schemas"]["Default"];
            /** @description Which messages the app's own server is told of. */
            messageWebhook?: {
                serverMessages?: components["schemas"]["serverMessages"] | components["schemas"]["Default"];
                url?: components["schemas"]["url"];
            } | null;
            offlineDays?: components["schemas"]["offlineDays"] | components["schemas"]["Default"];
            /** @description How many calls the app may make. */
            rateLimits?: {
                enabled?: components["schemas"]["enabled"] | components["schemas"]["Default"];
                /** @description Limits in place of the documented ones, by bucket, for example `rongcloud:publishGroupMessage`. A bucket that is left out keeps its limit; null gives it the documented one. List rate limits names the buckets. */
                overrides?: {
                    [key: string]: components["schemas"]["RateLimit"] | components["schemas"]["Default"];
                } | null;
            } | null;
            /** @description Which messages are searched for the app's sensitive words, and how many words it may list. */
            sensitiveWords?: {
                clientMessages?: components["schemas"]["clientMessages"] | components["schemas"]["Default"];
                limit?: components["schemas"]["limit"] | components["schemas"]["Default"];
                serverMessages?: components["schemas"]["serverMessages-2"] | components["schemas"]["Default"];
            } | null;
            /** @description Services that can be switched off. */
            services?: {
                broadcast?: components["schemas"]["broadcast"] | components["schemas"]["Default"];
                chatroomAttributes?: components["schemas"]["chatroomAttributes"] | components["schemas"]["Default"];
                chatroomBroadcast?: components["schemas"]["chatroomBroadcast"] | components["schemas"]["Default"];
                chatroomGlobalMute?: components["schemas"]["chatroomGlobalMute"] | components["schemas"]["Default"];
                chatroomKeepalive?: components["schemas"]["chatroomKeepalive"] | components["schemas"]["Default"];
                chatroomMessagePriority?: components["schemas"]["chatroomMessagePriority"] | components["schemas"]["Default"];
                chatroomWhitelist?: components["schemas"]["chatroomWhitelist"] | components["schemas"]["Default"];
                messageHistoryLog?: components["schemas"]["messageHistoryLog"] | components["schemas"]["Default"];
                userAllowlist?: components["schemas"]["userAllowlist"] | components["schemas"]["Default"];
            } | null;
            signatureWindowSeconds?: components["schemas"]["signatureWindowSeconds"];
            unknownMedia?: components["schemas"]["unknownMedia"] | components["schemas"]["Default"];
            validateResponses?: components["schemas"]["validateResponses"] | components["schemas"]["Default"];
        };
        Settings: {
            /**
             * @description Whether users also get the messages to all users that were sent before their registration, as far back as `offlineDays`; true by default.
             * @example true
             */
            broadcastsForNewUsers: boolean;
            /**
             * @description After so many minutes without a join, leave or message a chatroom is destroyed; 60 by default. Holds for chatrooms that are created from then on by a call that takes no time of its own, such as RongCloud's Create chatrooms with names.
             * @example 60
             */
            chatroomIdleMinutes: number;
            /**
             * @description Chatrooms that a user can be in at once, 1 by default. Joining one more ends the oldest stay. Those made through the JMessage dialect do not count.
             * @example 1
             */
            chatroomsPerUser: number;
            /**
             * @description Whether users can register through their clients; true by default. JMessage's switch of client registration is the same.
             * @example true
             */
            clientRegistration: boolean;
            /**
             * @description Days for which messages are kept, 180 by default. What is older does not exist for any call, and is deleted for good.
             * @example 180
             */
            historyDays: number;
            /** @description Tells the app's own server of each message to a user, group or chatroom, and of each recall, by one call in the form of RongCloud's post-messaging callback. */
            messageWebhook: {
                /**
                 * @description Whether it is told of what it sends itself, through either dialect; false by default.
                 * @example false
                 */
                serverMessages: boolean;
                /**
                 * @description Where the calls go, without user name, password and fragment; null, the default, for none. Internal addresses are called only when the server allows it (`DIGLOT_INTERNAL_WEBHOOKS`).
                 * @example null
                 */
                url: string | null;
            };
            /**
             * @description Days in which users who come online still get the messages to all users, 7 by default.
             * @example 7
             */
            offlineDays: number;
            /** @description How many calls the app may make. */
            rateLimits: {
                /**
                 * @description Whether calls are counted, and refused above the limits; true by default.
                 * @example true
                 */
                enabled: boolean;
                /** @description Limits in place of the documented ones, by bucket, for example `rongcloud:publishGroupMessage`; none by default. List rate limits names the buckets. */
                overrides: {
                    [key: string]: components["schemas"]["RateLimit"];
                };
            };
            /** @description Which messages are searched for the app's sensitive words, and how many words it may list. */
            sensitiveWords: {
                /**
                 * @description Messages of clients; true by default. JMessage's switch of the word filter is the same.
                 * @example true
                 */
                clientMessages: boolean;
                /**
                 * @description Words that the app may list, 10000 by default. Those above a limit that was lowered stay.
                 * @example 10000
                 */
                limit: number;
                /**
                 * @description Messages that the app's server sends; false by default.
                 * @example false
                 */
                serverMessages: boolean;
            };
            /** @description Services that can be switched off; all are on by default. RongCloud operations of one that is off answer 1009 with HTTP 430. What was stored stays, and is there again when the service is on. */
            services: {
                /**
                 * @description Messages to all users, and pushes to audiences.
                 * @example true
                 */
                broadcast: boolean;
                /**
                 * @description Attributes of chatrooms (KV).
                 * @example true
                 */
                chatroomAttributes: boolean;
                /**
                 * @description Messages to all chatrooms at once.
                 * @example true
                 */
                chatroomBroadcast: boolean;
                /**
                 * @description Muting users in all chatrooms at once.
                 * @example true
                 */
                chatroomGlobalMute: boolean;
                /**
                 * @description Chatrooms that stay when their time is over.
                 * @example true
                 */
                chatroomKeepalive: boolean;
                /**
                 * @description Types of messages that chatrooms drop first.
                 * @example true
                 */
                chatroomMessagePriority: boolean;
                /**
                 * @description Users and types of messages that chatrooms drop last.
                 * @example true
                 */
                chatroomWhitelist: boolean;
                /**
                 * @description All messages of an hour as a file.
                 * @example true
                 */
                messageHistoryLog: boolean;
                /**
                 * @description Who may send to a user, as a list of the user's own. While it is off the blocklists hold.
                 * @example true
                 */
                userAllowlist: boolean;
            };
            /**
             * @description A RongCloud call whose Timestamp, in milliseconds or seconds, is further than this from the server's clock is refused, and so is one whose signature was used before, with 1004 and HTTP 401. Null, the default, checks neither. Leave it so for apps that call through the official Node SDK, which sends one signature for the life of its process.
             * @example 300
             */
            signatureWindowSeconds: number | null;
            /**
             * @description What happens to a media id that no upload to this server gave, in avatars and media messages of the JMessage dialect: accepted, the default, or refused.
             * @example accept
             * @enum {string}
             */
            unknownMedia: "accept" | "refuse";
            /**
             * @description Whether the server holds its own answers to the app against the API document; false by default. One that does not fit becomes an error 500 and a line in the log; what the call did stays. For tests: it costs speed.
             * @example false
             */
            validateResponses: boolean;
        };
    };
    responses: {
        /** @description The call was refused. Read `error.code`; messages may change. Nothing was changed, but after `unavailable` nobody knows: read first, or do it again where twice does no harm. */
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
    parameters: {
        /**
         * @description Gives the apps created after the one with this key; those of the first page when absent.
         * @example dcf71ef5082057832bd44fbd
         */
        After: components["schemas"]["AppKey"];
        /**
         * @description Most apps in the answer, 1 to 100; 50 when absent.
         * @example 50
         */
        Limit: number;
        /**
         * @description Key of the app, compared without regard to case.
         * @example dcf71ef5082057832bd44fbd
         */
        AppKey: components["schemas"]["AppKey"];
        /**
         * @description Key of the other app, compared without regard to case.
         * @example 8luwapkvucoil
         */
        OtherKey: components["schemas"]["AppKey"];
    };
    requestBodies: never;
    headers: {
        /** @description Id of this request, as sent by the client in `X-Request-ID` or made by the server. Log it; it finds the request in the server's log. */
        RequestId: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listApps: {
        parameters: {
            query?: {
                /**
                 * @description Gives the apps created after the one with this key; those of the first page when absent.
                 * @example dcf71ef5082057832bd44fbd
                 */
                after?: components["parameters"]["After"];
                /**
                 * @description Most apps in the answer, 1 to 100; 50 when absent.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of apps. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Apps in order of creation. */
                        apps: components["schemas"]["App"][];
                        /** @description Key of the page's last app when more apps follow. */
                        next?: components["schemas"]["AppKey"];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    createApp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: components["schemas"]["AppName"];
                    appKey?: components["schemas"]["AppKey"];
                    appSecret?: components["schemas"]["AppSecret"];
                    /** @description Settings to begin with, as Change an app's settings takes them. What is left out, or null, has its default. */
                    settings?: components["schemas"]["SettingsChange"];
                };
            };
        };
        responses: {
            /** @description The app with its secret. */
            201: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appKey: components["schemas"]["AppKey"];
                        appSecret: components["schemas"]["AppSecret"];
                        name: components["schemas"]["AppName"];
                        createdAt: components["schemas"]["CreatedAt"];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getApp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Key of the app, compared without regard to case.
                 * @example dcf71ef5082057832bd44fbd
                 */
                appKey: components["parameters"]["AppKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The app. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["App"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    updateApp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Key of the app, compared without regard to case.
                 * @example dcf71ef5082057832bd44fbd
                 */
                appKey: components["parameters"]["AppKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: components["schemas"]["AppName"];
                };
            };
        };
        responses: {
            /** @description The app with its new name. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["App"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    rotateAppSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Key of the app, compared without regard to case.
                 * @example dcf71ef5082057832bd44fbd
                 */
                appKey: components["parameters"]["AppKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new secret. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appKey: components["schemas"]["AppKey"];
                        appSecret: components["schemas"]["AppSecret"];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Key of the app, compared without regard to case.
                 * @example dcf71ef5082057832bd44fbd
                 */
                appKey: components["parameters"]["AppKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    updateSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Key of the app, compared without regard to case.
                 * @example dcf71ef5082057832bd44fbd
                 */
                appKey: components["parameters"]["AppKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsChange"];
            };
        };
        responses: {
            /** @description All settings after the change. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listTrusts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Key of the app, compared without regard to case.
                 * @example dcf71ef5082057832bd44fbd
                 */
                appKey: components["parameters"]["AppKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The apps; an empty list when there are none. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Apps in the order of the grants. */
                        apps: components["schemas"]["App"][];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    addTrust: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Key of the app, compared without regard to case.
                 * @example dcf71ef5082057832bd44fbd
                 */
                appKey: components["parameters"]["AppKey"];
                /**
                 * @description Key of the other app, compared without regard to case.
                 * @example 8luwapkvucoil
                 */
                otherKey: components["parameters"]["OtherKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The apps trust each other. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    removeTrust: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Key of the app, compared without regard to case.
                 * @example dcf71ef5082057832bd44fbd
                 */
                appKey: components["parameters"]["AppKey"];
                /**
                 * @description Key of the other app, compared without regard to case.
                 * @example 8luwapkvucoil
                 */
                otherKey: components["parameters"]["OtherKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The apps do not trust each other. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Failure"];
        };
    };
    listRateLimits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All limits, in the order of the documents. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description One entry for each limit. */
                        rateLimits: {
                            /**
                             * @description Dialect and bucket, as overrides name it.
                             * @example rongcloud:publishGroupMessage
                             */
                            bucket: string;
                            /**
                             * @description Most points in the window.
                             * @example 20
                             */
                            points: number;
                            /**
                             * @description Length of the window in seconds.
                             * @example 1
                             */
                            seconds: number;
                            /**
                             * @description What a point is.
                             * @example groups
                             */
                            unit: string;
                            /** @description Operations that take from the bucket. */
                            operations: string[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Failure"];
        };
    };
}
