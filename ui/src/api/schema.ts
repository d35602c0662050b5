/** Made from the server's OpenAPI document by `npm run types`; do not edit. */

export interface paths {
    "/api/v1/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The action board
         * @description Return the actions that match, and how many there are of each kind over all.
         */
        get: operations["get_actions_api_v1_actions_get"];
        put?: never;
        /**
         * Open an action
         * @description Open an action from a fact: its evidence is frozen now, its expected effect from now on.
         */
        post: operations["post_action_api_v1_actions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/{action_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One action
         * @description Return an action with its evidence and history.
         */
        get: operations["get_action_api_v1_actions__action_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Move or reassign an action
         * @description Change the state, owner, team, title or due date, or leave a note; each change is kept as an event.
         */
        patch: operations["patch_action_api_v1_actions__action_id__patch"];
        trace?: never;
    };
    "/api/v1/alert-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alert rules
         * @description Return the rules with the precision that people's answers give them.
         */
        get: operations["get_rules_api_v1_alert_rules_get"];
        put?: never;
        /**
         * Create an alert rule
         * @description Create a rule; it is first read in the next round.
         */
        post: operations["post_rule_api_v1_alert_rules_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alert-rules/{rule_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove an alert rule
         * @description Remove a rule; the alerts it fired stay.
         */
        delete: operations["delete_rule_api_v1_alert_rules__rule_id__delete"];
        options?: never;
        head?: never;
        /**
         * Change an alert rule
         * @description Change what is given.
         */
        patch: operations["patch_rule_api_v1_alert_rules__rule_id__patch"];
        trace?: never;
    };
    "/api/v1/alert-rules/{rule_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try an alert rule
         * @description Read the rule now without firing it.
         */
        post: operations["post_rule_test_api_v1_alert_rules__rule_id__test_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fired alerts
         * @description Return what fired, newest first.
         */
        get: operations["get_alerts_api_v1_alerts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{alert_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One alert
         * @description Return one alert.
         */
        get: operations["get_alert_api_v1_alerts__alert_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Acknowledge, resolve or judge an alert
         * @description Move an alert on, or say whether it was useful: the answers make the rule's precision.
         */
        patch: operations["patch_alert_api_v1_alerts__alert_id__patch"];
        trace?: never;
    };
    "/api/v1/analyse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Analyse texts without keeping them
         * @description Return the opinions in each text.
         */
        post: operations["analyse_api_v1_analyse_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/anecdotes/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How many customers share this story?
         * @description Return, for each issue in the story, the customers who share it, the trend, and a verdict in one sentence.
         */
        post: operations["check_anecdote_api_v1_anecdotes_check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit log
         * @description Return what people did, newest first.
         */
        get: operations["get_audit_api_v1_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description Sign in with a cookie; too many failures from one place must wait.
         */
        post: operations["post_login_api_v1_auth_login_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description End this browser's session; harmless without one.
         */
        post: operations["post_logout_api_v1_auth_logout_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who am I
         * @description Return the signed-in person; the role is lowered to the token's scopes.
         */
        get: operations["get_me_api_v1_auth_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one's own password
         * @description Change the password; every other session of the person ends.
         */
        post: operations["post_password_api_v1_auth_password_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create the first admin
         * @description Create the admin of a fresh installation and sign them in; refused ever after.
         */
        post: operations["post_setup_api_v1_auth_setup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who am I, and is anybody set up
         * @description Return what the page needs before anybody signs in; needs no sign-in.
         */
        get: operations["get_state_api_v1_auth_state_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My API tokens
         * @description Return the tokens that are not revoked.
         */
        get: operations["get_tokens_api_v1_auth_tokens_get"];
        put?: never;
        /**
         * Create an API token
         * @description Create a token that acts as oneself, within its scopes.
         */
        post: operations["post_token_api_v1_auth_tokens_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API token
         * @description End one of one's own tokens at once.
         */
        delete: operations["delete_token_api_v1_auth_tokens__token_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What goes together with rating or NPS
         * @description Return the aspects by their part of R², with penalty and reward.
         */
        get: operations["get_drivers_api_v1_drivers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Facts about every aspect, each with its interval
         * @description Return how many customers speak of each aspect, how negatively, how strongly, and where it is heading.
         */
        get: operations["get_facts_api_v1_facts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/facts/{aspect}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One fact with its breakdowns and voices
         * @description Return one aspect, with its whole subtree, by channel, product, segment, type and week.
         */
        get: operations["get_fact_api_v1_facts__aspect__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept a batch of feedback
         * @description Accept voices; the reply is sent after they are committed to disk.
         */
        post: operations["post_feedback_api_v1_feedback_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/{feedback_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One voice with its opinions and customer
         * @description Return one voice.
         */
        get: operations["get_voice_api_v1_feedback__feedback_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts of both stores and the lag between them
         * @description Return the counts of ledger and facts; `lag` is the number of changes still to be projected.
         */
        get: operations["get_health_api_v1_health_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the imports
         * @description Return the newest imports first.
         */
        get: operations["get_imports_api_v1_imports_get"];
        put?: never;
        /**
         * Start an import
         * @description Queue the import; its progress is read at `/imports/{id}`.
         */
        post: operations["start_import_api_v1_imports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow an import
         * @description Return how far the import has come.
         */
        get: operations["get_import_api_v1_imports__job_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{job_id}/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the refused rows
         * @description Return the refused rows as CSV: row, field, reason, what would be right, and the row itself.
         */
        get: operations["get_rejects_api_v1_imports__job_id__rejects_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file and see how its columns would be read
         * @description Keep the file, and propose a field for each of its columns.
         */
        post: operations["preview_import_api_v1_imports_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow new voices as server-sent events
         * @description Stream `voice` events as voices become visible, a `tick` with the freshness, and heartbeats.
         */
        get: operations["get_live_api_v1_live_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live/recent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The voices accepted last
         * @description Return the newest voices, the newest first.
         */
        get: operations["get_recent_api_v1_live_recent_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Channels, types, aspects, products, segments, regions, sources
         * @description Return every choice of the filter bar and what no chosen day means.
         */
        get: operations["get_meta_api_v1_meta_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sent and waiting messages
         * @description Return the outbox; dead messages wait for somebody to replay them.
         */
        get: operations["get_notifications_api_v1_notifications_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{notification_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message again
         * @description Queue a message again under its old delivery id, so that a receiver that has it can tell.
         */
        post: operations["post_replay_api_v1_notifications__notification_id__replay_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The first page: what to repeat, the picture, the issues
         * @description Return the findings, figures and pictures of the window beside the period before it.
         */
        get: operations["get_overview_api_v1_overview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/priorities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Issues ranked, quiet-but-common, loud-but-rare
         * @description Return what most customers need, with how sure the order is.
         */
        get: operations["get_priorities_api_v1_priorities_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sources
         * @description Return every source with its number of voices and its freshness.
         */
        get: operations["get_sources_api_v1_sources_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * User accounts
         * @description Return every account.
         */
        get: operations["get_users_api_v1_users_get"];
        put?: never;
        /**
         * Create a user account
         * @description Create an account with a first password.
         */
        post: operations["post_user_api_v1_users_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a user account
         * @description Change role, name, password, or switch the account off; the last admin stays.
         */
        patch: operations["patch_user_api_v1_users__user_id__patch"];
        trace?: never;
    };
    "/api/v1/verbatims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The voices behind a number, newest first
         * @description Return a page of voices with the opinions found in them.
         */
        get: operations["get_verbatims_api_v1_verbatims_get"];
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
         * AccountOut
         * @description A user as admins see one.
         */
        AccountOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Display Name */
            display_name: string;
            /** Enabled */
            enabled: boolean;
            /** Id */
            id: number;
            role: components["schemas"]["Role"];
            /** Username */
            username: string;
        };
        /**
         * ActionChangeIn
         * @description What may change later; the promise and its evidence may not (409).
         */
        ActionChangeIn: {
            /** Due Date */
            due_date?: string | null;
            /**
             * Note
             * @default
             */
            note: string;
            /** Owner */
            owner?: string | null;
            state?: components["schemas"]["ActionState"] | null;
            /** Team */
            team?: string | null;
            /** Title */
            title?: string | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * ActionCountsOut
         * @description Actions under way and those past their day.
         */
        ActionCountsOut: {
            /** Open */
            open: number;
            /** Overdue */
            overdue: number;
        };
        /**
         * ActionDetailOut
         * @description An action with its frozen evidence, its history, and its effect once that was judged.
         */
        ActionDetailOut: {
            /** Aspect */
            aspect: string | null;
            /** Closed At */
            closed_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /**
             * Due Date
             * Format: date
             */
            due_date: string;
            effect: components["schemas"]["EffectOut"] | null;
            /** Events */
            events: components["schemas"]["ActionEventOut"][];
            evidence: components["schemas"]["EvidenceOut"];
            expected_effect: components["schemas"]["ExpectedEffectOut"];
            /** Filters */
            filters: {
                [key: string]: unknown;
            };
            /** Hypothesis */
            hypothesis: string;
            /** Id */
            id: number;
            kind: components["schemas"]["ActionKind"];
            /** Overdue */
            overdue: boolean;
            /** Owner */
            owner: string;
            /** Started At */
            started_at: string | null;
            state: components["schemas"]["ActionState"];
            /** Team */
            team: string;
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            verdict: components["schemas"]["EffectVerdict"] | null;
        };
        /**
         * ActionEventOut
         * @description One step: who did what, when, and why.
         */
        ActionEventOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Changes */
            changes: {
                [key: string]: unknown;
            };
            /**
             * Kind
             * @enum {string}
             */
            kind: "created" | "changed" | "note" | "judged";
            /** Note */
            note: string;
            /** @description The state it moved to, if it moved. */
            state: components["schemas"]["ActionState"] | null;
            /** Who */
            who: string;
        };
        /**
         * ActionIn
         * @description A new action; the server freezes the evidence for it.
         */
        ActionIn: {
            /** Aspect */
            aspect?: string | null;
            /**
             * Due Date
             * Format: date
             */
            due_date: string;
            expected_effect: components["schemas"]["ExpectedEffectIn"];
            /** Filters */
            filters?: {
                [key: string]: string | number | (string | number)[] | null;
            };
            /**
             * Hypothesis
             * @default
             */
            hypothesis: string;
            kind: components["schemas"]["ActionKind"];
            /** Owner */
            owner: string;
            /**
             * Team
             * @default
             */
            team: string;
            /** Title */
            title: string;
        };
        /**
         * ActionKind
         * @description What an action changes.
         * @enum {string}
         */
        ActionKind: "product" | "service" | "process" | "marketing" | "other";
        /**
         * ActionOut
         * @description An action as a card on the board; the verdict comes when the effect is due.
         */
        ActionOut: {
            /** Aspect */
            aspect: string | null;
            /** Closed At */
            closed_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /**
             * Due Date
             * Format: date
             */
            due_date: string;
            expected_effect: components["schemas"]["ExpectedEffectOut"];
            /** Filters */
            filters: {
                [key: string]: unknown;
            };
            /** Hypothesis */
            hypothesis: string;
            /** Id */
            id: number;
            kind: components["schemas"]["ActionKind"];
            /** Overdue */
            overdue: boolean;
            /** Owner */
            owner: string;
            /** Started At */
            started_at: string | null;
            state: components["schemas"]["ActionState"];
            /** Team */
            team: string;
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            verdict: components["schemas"]["EffectVerdict"] | null;
        };
        /**
         * ActionState
         * @description Where an action stands on the board.
         * @enum {string}
         */
        ActionState: "open" | "doing" | "done" | "dropped";
        /**
         * AlertChangeIn
         * @description Where an alert stands, and whether it was worth the time; `useful: null` takes the answer back.
         */
        AlertChangeIn: {
            state?: components["schemas"]["AlertState"] | null;
            /** Useful */
            useful?: boolean | null;
        };
        /**
         * AlertMetric
         * @description The figure a rule watches.
         * @enum {string}
         */
        AlertMetric: "negative_customers" | "voices" | "share_negative";
        /**
         * AlertNoteOut
         * @description An alert as the first page names it.
         */
        AlertNoteOut: {
            /**
             * Fired At
             * Format: date-time
             */
            fired_at: string;
            /** Id */
            id: number;
            /** Link */
            link: string;
            /** Metric */
            metric: string;
            /** Name */
            name: string;
            /** Rule Id */
            rule_id: number;
            /** State */
            state: string;
            /** Threshold */
            threshold: number;
            /** Useful */
            useful: boolean | null;
            /** Value */
            value: number | null;
            /** Window Hours */
            window_hours: number;
        };
        /**
         * AlertOut
         * @description An alert as it was when it fired; `link` opens the voices it counted.
         */
        AlertOut: {
            estimate: components["schemas"]["EstimateOut"];
            /** Filters */
            filters: {
                [key: string]: unknown;
            };
            /**
             * Fired At
             * Format: date-time
             */
            fired_at: string;
            /** Headline */
            headline: string;
            /** Id */
            id: number;
            /** Link */
            link: string;
            metric: components["schemas"]["AlertMetric"];
            /** Name */
            name: string;
            /** Rule Id */
            rule_id: number;
            state: components["schemas"]["AlertState"];
            /** Threshold */
            threshold: number;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Updated By */
            updated_by: string | null;
            /** Useful */
            useful: boolean | null;
            /** Value */
            value: number;
            /** Verbatims */
            verbatims: components["schemas"]["VoiceSampleOut"][];
            window: components["schemas"]["SpanOut"];
            /** Window Hours */
            window_hours: number;
        };
        /**
         * AlertsOut
         * @description Alerts, newest first.
         */
        AlertsOut: {
            /** Items */
            items: components["schemas"]["AlertOut"][];
        };
        /**
         * AlertState
         * @description Where an alert stands.
         * @enum {string}
         */
        AlertState: "open" | "acknowledged" | "resolved";
        /**
         * AnalysedOut
         * @description What the analyser found in one text.
         */
        AnalysedOut: {
            /** Language */
            language: string;
            /** Opinions */
            opinions: components["schemas"]["huiyin__web__analyse__trial__OpinionOut"][];
            /** Sentiment */
            sentiment: number | null;
            /** Text */
            text: string;
            /** Types */
            types: string[];
        };
        /**
         * AnecdoteIn
         * @description A story somebody told; it is analysed and not kept.
         */
        AnecdoteIn: {
            /**
             * Taxonomy
             * @description Taxonomy to read it with; the default one when left out.
             */
            taxonomy?: string | null;
            /** Text */
            text: string;
        };
        /**
         * AnecdoteOut
         * @description A story beside the group.
         */
        AnecdoteOut: {
            /** As Of */
            as_of: string | null;
            base: components["schemas"]["BaseOut"];
            /** Issues */
            issues: components["schemas"]["SharedIssueOut"][];
            /** Opinions */
            opinions: components["schemas"]["huiyin__web__understand__schemas__OpinionOut"][];
            /** Projected At */
            projected_at: string | null;
            summary: components["schemas"]["SentenceOut"];
            /** Text */
            text: string;
            window: components["schemas"]["WindowOut"];
        };
        /**
         * AuditEntryOut
         * @description Who did what to which thing.
         */
        AuditEntryOut: {
            /** Actor */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Detail */
            detail: {
                [key: string]: unknown;
            };
            /** Event */
            event: string;
            /** Id */
            id: number;
            /** Object Id */
            object_id: string | null;
            /** Object Kind */
            object_kind: string | null;
        };
        /**
         * AuditOut
         * @description A page of the log, newest first; `next` goes into `before` for the page after it.
         */
        AuditOut: {
            /** Items */
            items: components["schemas"]["AuditEntryOut"][];
            /** Next */
            next: number | null;
        };
        /**
         * AuthStateOut
         * @description What the page must show first: the set-up, the sign-in, or the product.
         */
        AuthStateOut: {
            /** Demo */
            demo: boolean;
            /** Setup Required */
            setup_required: boolean;
            user: components["schemas"]["UserOut"] | null;
        };
        /**
         * BaseOut
         * @description Everyone who spoke within the filters.
         */
        BaseOut: {
            /** Customers */
            customers: number;
            /** Voices */
            voices: number;
        };
        /**
         * BoardCountsOut
         * @description The whole board in numbers; the overdue ones are among `open` and `doing`.
         */
        BoardCountsOut: {
            /** Doing */
            doing: number;
            /** Done */
            done: number;
            /** Dropped */
            dropped: number;
            /** Open */
            open: number;
            /** Overdue */
            overdue: number;
        };
        /**
         * BoardOut
         * @description The board, soonest due first.
         */
        BoardOut: {
            counts: components["schemas"]["BoardCountsOut"];
            /** Items */
            items: components["schemas"]["ActionOut"][];
        };
        /** Body_preview_import_api_v1_imports_preview_post */
        Body_preview_import_api_v1_imports_preview_post: {
            /** File */
            file: string;
        };
        /**
         * ChangeOut
         * @description Now − before, tested as one difference.
         */
        ChangeOut: {
            /** High */
            high: number | null;
            /** Low */
            low: number | null;
            /** Significant */
            significant: boolean;
            /** Value */
            value: number | null;
        };
        /**
         * Channel
         * @description A way in which customers speak; the value is what APIs and files carry.
         * @enum {string}
         */
        Channel: "survey" | "interview" | "focus_group" | "social" | "review" | "service" | "nps" | "behaviour";
        /**
         * ChannelRowOut
         * @description What one channel contributed.
         */
        ChannelRowOut: {
            /** Channel */
            channel: string;
            /** Customers */
            customers: number;
            /** En */
            en: string;
            /** Link */
            link: string;
            share_negative: components["schemas"]["EstimateOut"];
            /** Voices */
            voices: number;
            /** Zh */
            zh: string;
        };
        /**
         * ChoiceOut
         * @description One value of a filter.
         */
        ChoiceOut: {
            /** En */
            en: string;
            /** Id */
            id: string;
            /** Zh */
            zh: string;
        };
        /**
         * ClauseOut
         * @description A part of a sentence and the figure it rests on.
         */
        ClauseOut: {
            /** En */
            en: string;
            /** Link */
            link: string | null;
            /** Zh */
            zh: string;
        };
        /**
         * ColumnOut
         * @description A column, samples of it, and the field it is taken for.
         */
        ColumnOut: {
            /** Field */
            field: string | null;
            /** Name */
            name: string;
            /** Reason */
            reason: string;
            /** Samples */
            samples: string[];
        };
        /**
         * CountedOut
         * @description A share of customers that also says how many customers that is.
         */
        CountedOut: {
            /** Count */
            count: number;
            /** High */
            high: number | null;
            /** Level */
            level: number;
            /** Low */
            low: number | null;
            /** Method */
            method: string;
            /** N */
            n: number;
            /** Value */
            value: number | null;
            verdict: components["schemas"]["Verdict"];
        };
        /**
         * CreatedOut
         * @description The id of what was made.
         */
        CreatedOut: {
            /** Id */
            id: number;
        };
        /**
         * CreatedTokenOut
         * @description A new token; `token` is shown here once and never again.
         */
        CreatedTokenOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expires At */
            expires_at: string | null;
            /** Hint */
            hint: string;
            /** Id */
            id: number;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
            /** Scopes */
            scopes: components["schemas"]["Scope"][];
            /** Token */
            token: string;
        };
        /**
         * CredentialsIn
         * @description A name and a password.
         */
        CredentialsIn: {
            /** Password */
            password: string;
            /** Username */
            username: string;
        };
        /**
         * DaysOut
         * @description The days that evidence covers, both inclusive.
         */
        DaysOut: {
            /**
             * From
             * Format: date
             */
            from: string;
            /**
             * To
             * Format: date
             */
            to: string;
        };
        /**
         * Direction
         * @description What a trend test allows to be said.
         * @enum {string}
         */
        Direction: "up" | "down" | "flat" | "unknown";
        /**
         * DriverKind
         * @description What an aspect does to the outcome (Brandt 1987).
         * @enum {string}
         */
        DriverKind: "must_be" | "attractive" | "one_dimensional" | "unclear";
        /**
         * DriverOut
         * @description One aspect beside an outcome.
         */
        DriverOut: {
            /** Aspect */
            aspect: string;
            /** Customers */
            customers: number;
            /** En */
            en: string;
            importance: components["schemas"]["EstimateOut"];
            kind: components["schemas"]["DriverKind"];
            /** Link */
            link: string;
            penalty: components["schemas"]["EstimateOut"];
            reward: components["schemas"]["EstimateOut"];
            /** Zh */
            zh: string;
        };
        /**
         * DriversOut
         * @description What goes together with an outcome; the importances sum to R².
         */
        DriversOut: {
            /** As Of */
            as_of: string | null;
            caution: components["schemas"]["NameOut"];
            /** Customers */
            customers: number;
            /** Drivers */
            drivers: components["schemas"]["DriverOut"][];
            outcome: components["schemas"]["Outcome"];
            /** Projected At */
            projected_at: string | null;
            r_squared: components["schemas"]["EstimateOut"];
            /** Voices */
            voices: number;
            window: components["schemas"]["WindowOut"];
        };
        /**
         * EffectDirection
         * @description Which way the figure is expected to move.
         * @enum {string}
         */
        EffectDirection: "down" | "up";
        /**
         * EffectMetric
         * @description The figure an action is expected to move.
         * @enum {string}
         */
        EffectMetric: "share_negative" | "negative_customers" | "customers" | "intensity" | "nps" | "rating";
        /**
         * EffectOut
         * @description The verdict on the promise; changes are relative, -0.4 for 40 % less.
         */
        EffectOut: {
            change: components["schemas"]["EstimateOut"];
            /**
             * Done Week
             * Format: date
             */
            done_week: string;
            /**
             * Judged At
             * Format: date-time
             */
            judged_at: string;
            /** Placebos */
            placebos: components["schemas"]["PlaceboOut"][];
            /** Promised */
            promised: number | null;
            reason: components["schemas"]["EffectReason"];
            verdict: components["schemas"]["EffectVerdict"];
            /** Weeks */
            weeks: components["schemas"]["EffectWeekOut"][];
        };
        /**
         * EffectReason
         * @description Why the verdict is what it is.
         * @enum {string}
         */
        EffectReason: "changed_as_promised" | "changed_less_than_promised" | "no_change_of_the_promised_size" | "changed_the_other_way" | "too_uncertain" | "too_few_weeks_before" | "too_few_weeks_after" | "too_few_events" | "placebo_dates_changed_too" | "metric_not_testable";
        /**
         * EffectUnit
         * @description How the size is meant: relative to the level before, or in the figure's own units.
         * @enum {string}
         */
        EffectUnit: "percent" | "points" | "customers";
        /**
         * EffectVerdict
         * @description What may be said about an action.
         * @enum {string}
         */
        EffectVerdict: "effective" | "not_effective" | "cannot_tell";
        /**
         * EffectWeekOut
         * @description One week of the picture: what was, what the control did, and what would have been without the action.
         */
        EffectWeekOut: {
            /** Control */
            control: number | null;
            /** Events */
            events: number;
            /** Expected */
            expected: number | null;
            /** Exposure */
            exposure: number;
            /**
             * Week
             * Format: date
             */
            week: string;
        };
        /**
         * EstimateOut
         * @description A value with its interval and the number of customers behind it; insufficient reads 证据不足.
         */
        EstimateOut: {
            /** High */
            high: number | null;
            /** Level */
            level: number;
            /** Low */
            low: number | null;
            /** Method */
            method: string;
            /** N */
            n: number;
            /** Value */
            value: number | null;
            verdict: components["schemas"]["Verdict"];
        };
        /**
         * EvidenceOut
         * @description What was known when the action was opened.
         */
        EvidenceOut: {
            /** As Of */
            as_of: string | null;
            /** Fact */
            fact: {
                [key: string]: unknown;
            } | null;
            /**
             * Filters
             * @description The filters as a query string, to see how the same figure stands today.
             */
            filters: string;
            /**
             * Frozen At
             * Format: date-time
             */
            frozen_at: string;
            /** Verbatims */
            verbatims: components["schemas"]["VoiceSampleOut"][];
            window: components["schemas"]["DaysOut"];
        };
        /**
         * ExpectedEffectIn
         * @description What the action should change, promised before anybody knows; fixed from then on.
         */
        ExpectedEffectIn: {
            direction: components["schemas"]["EffectDirection"];
            /**
             * Due Date
             * @description Day on which the effect is judged; four weeks after the action's own when left out.
             */
            due_date?: string | null;
            metric: components["schemas"]["EffectMetric"];
            /**
             * Size
             * @description How much, as a positive number.
             */
            size: number;
            /**
             * @description percent: relative to the level before; points: in the figure's own units, percentage points for a share; customers: a count.
             * @default percent
             */
            unit: components["schemas"]["EffectUnit"];
        };
        /**
         * ExpectedEffectOut
         * @description The promise as it was registered.
         */
        ExpectedEffectOut: {
            direction: components["schemas"]["EffectDirection"];
            /**
             * Due Date
             * Format: date
             */
            due_date: string;
            metric: components["schemas"]["EffectMetric"];
            /** Size */
            size: number;
            unit: components["schemas"]["EffectUnit"];
        };
        /**
         * FactDetailOut
         * @description One fact opened.
         */
        FactDetailOut: {
            /** As Of */
            as_of: string | null;
            /** Aspect */
            aspect: string;
            base: components["schemas"]["BaseOut"];
            /** By Channel */
            by_channel: components["schemas"]["GroupOut"][];
            /** By Product */
            by_product: components["schemas"]["GroupOut"][];
            /** By Segment */
            by_segment: components["schemas"]["GroupOut"][];
            customers: components["schemas"]["CountedOut"];
            /** En */
            en: string;
            how: components["schemas"]["NameOut"];
            intensity: components["schemas"]["EstimateOut"];
            /** Link */
            link: string;
            /** Messages */
            messages: number;
            negative_customers: components["schemas"]["CountedOut"];
            /** Path En */
            path_en: string[];
            /** Path Zh */
            path_zh: string[];
            /** Projected At */
            projected_at: string | null;
            share_negative: components["schemas"]["EstimateOut"];
            /** Summary */
            summary: components["schemas"]["SentenceOut"][];
            trend: components["schemas"]["TrendOut"];
            /** Trend Chart */
            trend_chart: {
                [key: string]: unknown;
            };
            trend_table: components["schemas"]["TableOut"];
            /** Types */
            types: components["schemas"]["GroupOut"][];
            /** Verbatims */
            verbatims: components["schemas"]["VoiceOut"][];
            window: components["schemas"]["WindowOut"];
            /** Zh */
            zh: string;
        };
        /**
         * FactOut
         * @description What is known about one aspect.
         */
        FactOut: {
            /** Aspect */
            aspect: string;
            customers: components["schemas"]["CountedOut"];
            /** En */
            en: string;
            intensity: components["schemas"]["EstimateOut"];
            /** Link */
            link: string;
            /** Messages */
            messages: number;
            negative_customers: components["schemas"]["CountedOut"];
            /** Path En */
            path_en: string[];
            /** Path Zh */
            path_zh: string[];
            share_negative: components["schemas"]["EstimateOut"];
            trend: components["schemas"]["TrendOut"];
            /** Zh */
            zh: string;
        };
        /**
         * FactsHealth
         * @description The facts: what is projected, and up to which change.
         */
        FactsHealth: {
            /** Opinions */
            opinions: number;
            /** Revision */
            revision: number;
            /** Voices */
            voices: number;
        };
        /**
         * FactsOut
         * @description The facts table with its sentences and its picture.
         */
        FactsOut: {
            /** As Of */
            as_of: string | null;
            base: components["schemas"]["BaseOut"];
            /** Facts */
            facts: components["schemas"]["FactOut"][];
            /** Plane Chart */
            plane_chart: {
                [key: string]: unknown;
            };
            plane_table: components["schemas"]["TableOut"];
            /** Projected At */
            projected_at: string | null;
            /** Summary */
            summary: components["schemas"]["SentenceOut"][];
            window: components["schemas"]["WindowOut"];
        };
        /**
         * FeedbackBatchIn
         * @description Voices of one source; each item is checked alone so that one bad item refuses only itself.
         */
        FeedbackBatchIn: {
            channel: components["schemas"]["Channel"];
            /**
             * Items
             * @description Objects with external_id, text, occurred_at, rating, rating_scale, author, customer {external_id, name, segment, region}, product, answers, url, parent_external_id, metadata.
             */
            items: {
                [key: string]: unknown;
            }[];
            /**
             * Source
             * @description Name of the source; made on first use.
             */
            source: string;
            /**
             * Taxonomy
             * @description Taxonomy of a new source; the default one when left out.
             */
            taxonomy?: string | null;
        };
        /**
         * FieldOut
         * @description A field that a column can be mapped to.
         */
        FieldOut: {
            /** About */
            about: string;
            /** En */
            en: string;
            /** Name */
            name: string;
            /** Required */
            required: boolean;
            /** Zh */
            zh: string;
        };
        /**
         * GroupOut
         * @description One channel, product, segment or type of a fact.
         */
        GroupOut: {
            customers: components["schemas"]["CountedOut"];
            difference: components["schemas"]["EstimateOut"] | null;
            /** En */
            en: string;
            /** Id */
            id: string;
            /** Link */
            link: string;
            negative_customers: components["schemas"]["CountedOut"] | null;
            share_negative: components["schemas"]["EstimateOut"] | null;
            /** Unusual */
            unusual: boolean;
            /** Zh */
            zh: string;
        };
        /**
         * HealthOut
         * @description Counts that must agree when nothing is under way.
         */
        HealthOut: {
            facts: components["schemas"]["FactsHealth"];
            /** Lag */
            lag: number;
            ledger: components["schemas"]["LedgerHealth"];
            /**
             * Status
             * @default ok
             * @constant
             */
            status: "ok";
            /**
             * Version
             * @default 0.1.0
             */
            version: string;
        };
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
        };
        /**
         * OpinionOut
         * @description One opinion; offsets count Unicode code points of the text.
         */
        huiyin__web__analyse__trial__OpinionOut: {
            /** Aspect */
            aspect: string;
            /** Confidence */
            confidence: number;
            /** En */
            en: string;
            /** End */
            end: number;
            /** Intensity */
            intensity: number;
            /** Polarity */
            polarity: number;
            /** Sentiment */
            sentiment: number;
            /** Start */
            start: number;
            /** Term */
            term: string | null;
            /** Term End */
            term_end: number | null;
            /** Term Start */
            term_start: number | null;
            /** Type */
            type: string;
            /** Zh */
            zh: string;
        };
        /**
         * SourceOut
         * @description A source, how many voices it gave, and when it last spoke.
         */
        huiyin__web__collect__sources__SourceOut: {
            channel: components["schemas"]["Channel"];
            /** Id */
            id: number;
            /** Last At */
            last_at: string | null;
            /** Last Received At */
            last_received_at: string | null;
            /** Name */
            name: string;
            /** Taxonomy */
            taxonomy: string;
            /** Terms Note */
            terms_note: string;
            /** Voices */
            voices: number;
        };
        /**
         * OpinionOut
         * @description One aspect, one polarity, one span; offsets count Unicode code points.
         */
        huiyin__web__understand__schemas__OpinionOut: {
            /** Aspect */
            aspect: string;
            /** Confidence */
            confidence: number;
            /** En */
            en: string;
            /** End */
            end: number;
            /** Intensity */
            intensity: number;
            /** Path Zh */
            path_zh: string[];
            /** Polarity */
            polarity: number;
            /** Sentiment */
            sentiment: number;
            /** Start */
            start: number;
            /** Term */
            term: string | null;
            /** Term End */
            term_end: number | null;
            /** Term Start */
            term_start: number | null;
            /** Type */
            type: string;
            /** Zh */
            zh: string;
        };
        /**
         * SourceOut
         * @description One source and how much it has said.
         */
        huiyin__web__understand__schemas__SourceOut: {
            /** Channel */
            channel: string;
            /** Id */
            id: number;
            /** Last At */
            last_at: string | null;
            /** Name */
            name: string;
            /** Taxonomy */
            taxonomy: string;
            /** Terms Note */
            terms_note: string;
            /** Voices */
            voices: number;
        };
        /**
         * ImportIn
         * @description How to import an uploaded file.
         */
        ImportIn: {
            channel: components["schemas"]["Channel"];
            /**
             * Defaults
             * @description Field name → value for every row.
             */
            defaults?: {
                [key: string]: unknown;
            };
            /**
             * Dry Run
             * @default false
             */
            dry_run: boolean;
            /**
             * Mapping
             * @description Field name → column name.
             */
            mapping: {
                [key: string]: string;
            };
            /** Source */
            source: string;
            /** Taxonomy */
            taxonomy?: string | null;
            /** Upload Id */
            upload_id: string;
        };
        /**
         * ImportOut
         * @description An import and how far it has come.
         */
        ImportOut: {
            /** Accepted */
            accepted: number;
            /** Channel */
            channel: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Dry Run */
            dry_run: boolean;
            /** Duplicates */
            duplicates: number;
            /** Ended At */
            ended_at: string | null;
            /** Error */
            error: string | null;
            /**
             * Eta S
             * @description Seconds left, from the estimated number of rows.
             */
            eta_s: number | null;
            /** File Name */
            file_name: string;
            /** Id */
            id: number;
            /**
             * Rate
             * @description Rows a second so far.
             */
            rate: number | null;
            /** Rejected */
            rejected: number;
            /** Rejects Url */
            rejects_url: string | null;
            /** Rows */
            rows: number;
            /** Source */
            source: string;
            /**
             * State
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed";
        };
        /**
         * IntakeOut
         * @description What became of a batch.
         */
        IntakeOut: {
            /** Accepted */
            accepted: number;
            /** Duplicates */
            duplicates: number;
            /** Rejected */
            rejected: components["schemas"]["RejectedOut"][];
        };
        /**
         * KpiOut
         * @description One figure of the first page; `unit` is count, share or score.
         */
        KpiOut: {
            change: components["schemas"]["ChangeOut"] | null;
            /** En */
            en: string;
            estimate: components["schemas"]["EstimateOut"];
            /** Id */
            id: string;
            /** Link */
            link: string;
            previous: components["schemas"]["EstimateOut"] | null;
            /** Unit */
            unit: string;
            /** Zh */
            zh: string;
        };
        /**
         * Language
         * @description The language of a chart's words.
         * @enum {string}
         */
        Language: "zh" | "en";
        /**
         * LedgerHealth
         * @description The ledger: accepted feedback and the newest change.
         */
        LedgerHealth: {
            /** Excluded */
            excluded: number;
            /** Feedback */
            feedback: number;
            /** Revision */
            revision: number;
        };
        /**
         * Level
         * @description How finely aspects are told apart.
         * @enum {string}
         */
        Level: "1" | "2" | "3";
        /**
         * LiveVoiceOut
         * @description One voice as the live feed shows it.
         */
        LiveVoiceOut: {
            /** Aspects */
            aspects: string[];
            /** Aspects En */
            aspects_en: string[];
            /** Aspects Zh */
            aspects_zh: string[];
            /** Channel */
            channel: string;
            /** Id */
            id: number;
            /** Occurred At */
            occurred_at: string | null;
            /** Product */
            product: string | null;
            /** Received At */
            received_at: string | null;
            /** Sentiment */
            sentiment: number | null;
            /** Source */
            source: string;
            /** Text */
            text: string;
        };
        /**
         * MetaOut
         * @description What the filters offer.
         */
        MetaOut: {
            /** Channels */
            channels: components["schemas"]["ChoiceOut"][];
            default_window: components["schemas"]["WindowOut"] | null;
            /** Demo */
            demo: boolean;
            extent: components["schemas"]["WindowOut"] | null;
            /** Minimum N */
            minimum_n: number;
            /** Products */
            products: string[];
            /** Regions */
            regions: string[];
            /** Segments */
            segments: string[];
            /** Sources */
            sources: components["schemas"]["huiyin__web__understand__schemas__SourceOut"][];
            /** Taxonomies */
            taxonomies: components["schemas"]["TaxonomyOut"][];
            /** Timezone */
            timezone: string;
            /** Types */
            types: components["schemas"]["ChoiceOut"][];
            /** Version */
            version: string;
        };
        /**
         * NameOut
         * @description A text in both languages.
         */
        NameOut: {
            /** En */
            en: string;
            /** Zh */
            zh: string;
        };
        /**
         * NodeOut
         * @description One aspect of a taxonomy.
         */
        NodeOut: {
            /** En */
            en: string;
            /** Id */
            id: string;
            /** Level */
            level: number;
            /** Parent */
            parent: string | null;
            /** Zh */
            zh: string;
        };
        /**
         * NotificationOut
         * @description One message to one target.
         */
        NotificationOut: {
            /** Address */
            address: string;
            /** Attempts */
            attempts: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Delivery Id */
            delivery_id: string;
            /** Event */
            event: string;
            /** Id */
            id: number;
            kind: components["schemas"]["TargetKind"];
            /** Last Error */
            last_error: string | null;
            /** Next Attempt At */
            next_attempt_at: string | null;
            /** Sent At */
            sent_at: string | null;
            state: components["schemas"]["NotificationState"];
            /** Subject */
            subject: string;
        };
        /**
         * NotificationsOut
         * @description Messages, newest first, and how many stand in each state over all.
         */
        NotificationsOut: {
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Items */
            items: components["schemas"]["NotificationOut"][];
        };
        /**
         * NotificationState
         * @description Where a notification stands; `dead` ones wait for a person.
         * @enum {string}
         */
        NotificationState: "queued" | "sent" | "dead";
        /**
         * Outcome
         * @description What customers gave beside their words.
         * @enum {string}
         */
        Outcome: "rating" | "nps";
        /**
         * OverviewOut
         * @description The first page.
         */
        OverviewOut: {
            actions: components["schemas"]["ActionCountsOut"];
            /** Alerts */
            alerts: components["schemas"]["AlertNoteOut"][];
            /** As Of */
            as_of: string | null;
            /** Channels */
            channels: components["schemas"]["ChannelRowOut"][];
            /** Headline */
            headline: components["schemas"]["SentenceOut"][];
            /** Kpis */
            kpis: components["schemas"]["KpiOut"][];
            /** Projected At */
            projected_at: string | null;
            /** Sentiment Chart */
            sentiment_chart: {
                [key: string]: unknown;
            };
            sentiment_table: components["schemas"]["TableOut"];
            /** Top Issues */
            top_issues: components["schemas"]["FactOut"][];
            /** Volume Chart */
            volume_chart: {
                [key: string]: unknown;
            };
            volume_table: components["schemas"]["TableOut"];
            window: components["schemas"]["WindowOut"];
        };
        /**
         * PasswordIn
         * @description One's own new password, with the old one as proof.
         */
        PasswordIn: {
            /** New */
            new: string;
            /** Old */
            old: string;
        };
        /**
         * PersonOut
         * @description The customer behind a voice.
         */
        PersonOut: {
            /** External Id */
            external_id: string;
            /** Id */
            id: number;
            /** Name */
            name: string | null;
            /** Region */
            region: string | null;
            /** Segment */
            segment: string | null;
        };
        /**
         * PlaceboOut
         * @description What the same test says about a week in which nothing was done.
         */
        PlaceboOut: {
            change: components["schemas"]["EstimateOut"];
            /** Found */
            found: boolean;
            /**
             * Week
             * Format: date
             */
            week: string;
        };
        /**
         * PreviewOut
         * @description What an uploaded file looks like.
         */
        PreviewOut: {
            /** Columns */
            columns: components["schemas"]["ColumnOut"][];
            /** Encoding */
            encoding: string | null;
            /** Fields */
            fields: components["schemas"]["FieldOut"][];
            /** File Name */
            file_name: string;
            /** Format */
            format: string;
            /** Rows Estimate */
            rows_estimate: number;
            /** Sample */
            sample: {
                [key: string]: unknown;
            }[];
            /** Upload Id */
            upload_id: string;
        };
        /**
         * PrioritiesOut
         * @description The ranking, and the quiet-but-common and loud-but-rare issues.
         */
        PrioritiesOut: {
            /** As Of */
            as_of: string | null;
            base: components["schemas"]["BaseOut"];
            formula: components["schemas"]["NameOut"];
            /** Loud */
            loud: components["schemas"]["FactOut"][];
            /** Projected At */
            projected_at: string | null;
            /** Quiet */
            quiet: components["schemas"]["FactOut"][];
            /** Ranking */
            ranking: components["schemas"]["RankedOut"][];
            /** Severity Weight */
            severity_weight: number;
            /** Typical Intensity */
            typical_intensity: number | null;
            /** Typical Share */
            typical_share: number | null;
            window: components["schemas"]["WindowOut"];
        };
        /**
         * RankedOut
         * @description One issue in the ranking, with the probability of being among the first three.
         */
        RankedOut: {
            fact: components["schemas"]["FactOut"];
            /** Has Action */
            has_action: boolean;
            /** P Top */
            p_top: number;
            /** Rank */
            rank: number;
            /** Score */
            score: number;
        };
        /**
         * Reach
         * @description How far a single story carries.
         * @enum {string}
         */
        Reach: "common" | "rare" | "ordinary" | "unheard" | "insufficient";
        /**
         * RejectedOut
         * @description A refused item: its place in the batch, the field, why, and what would be right.
         */
        RejectedOut: {
            /** Expected */
            expected: string;
            /** Field */
            field: string;
            /** Reason */
            reason: string;
            /** Row */
            row: number;
        };
        /**
         * Role
         * @description What a person may do; each role may do all that the ones before it may.
         *
         *     >>> Role.ANALYST.covers(Role.AGENT), Role.VIEWER.covers(Role.AGENT)
         *     (True, False)
         * @enum {string}
         */
        Role: "viewer" | "agent" | "analyst" | "admin";
        /**
         * RuleChangeIn
         * @description What to change in a rule; a target named again without a secret keeps its old one.
         */
        RuleChangeIn: {
            /** Cooldown Hours */
            cooldown_hours?: number | null;
            /** Enabled */
            enabled?: boolean | null;
            /** Filters */
            filters?: {
                [key: string]: string | number | (string | number)[] | null;
            } | null;
            metric?: components["schemas"]["AlertMetric"] | null;
            /** Name */
            name?: string | null;
            /** Targets */
            targets?: components["schemas"]["TargetIn"][] | null;
            /** Threshold */
            threshold?: number | null;
            /** Window Hours */
            window_hours?: number | null;
        };
        /**
         * RuleIn
         * @description A threshold over a moving window.
         */
        RuleIn: {
            /**
             * Cooldown Hours
             * @default 24
             */
            cooldown_hours: number;
            /**
             * Enabled
             * @default true
             */
            enabled: boolean;
            /** Filters */
            filters?: {
                [key: string]: string | number | (string | number)[] | null;
            };
            metric: components["schemas"]["AlertMetric"];
            /** Name */
            name: string;
            /** Targets */
            targets?: components["schemas"]["TargetIn"][];
            /**
             * Threshold
             * @description A count, or a share in 0..1.
             */
            threshold: number;
            /**
             * Window Hours
             * @default 24
             */
            window_hours: number;
        };
        /**
         * RuleOut
         * @description A rule, and how often people found its alerts useful.
         */
        RuleOut: {
            /** Cooldown Hours */
            cooldown_hours: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Enabled */
            enabled: boolean;
            /** Filters */
            filters: {
                [key: string]: unknown;
            };
            /** Id */
            id: number;
            /** Last Fired At */
            last_fired_at: string | null;
            metric: components["schemas"]["AlertMetric"];
            /** Name */
            name: string;
            /** @description Share of judged alerts called useful; null before any. */
            precision: components["schemas"]["EstimateOut"] | null;
            /** Targets */
            targets: components["schemas"]["TargetOut"][];
            /** Threshold */
            threshold: number;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Window Hours */
            window_hours: number;
        };
        /**
         * RulesOut
         * @description Every rule, in order of creation.
         */
        RulesOut: {
            /** Items */
            items: components["schemas"]["RuleOut"][];
        };
        /**
         * RuleTrialOut
         * @description What a rule reads now; `notified` targets got a test message.
         */
        RuleTrialOut: {
            /** Cooling Down */
            cooling_down: boolean;
            estimate: components["schemas"]["EstimateOut"];
            /** Notified */
            notified: number;
            /** Threshold */
            threshold: number;
            /** Verbatims */
            verbatims: components["schemas"]["VoiceSampleOut"][];
            window: components["schemas"]["SpanOut"];
            /** Would Fire */
            would_fire: boolean;
        };
        /**
         * Scope
         * @description What a program may do with a person's token; each scope includes the ones before it.
         * @enum {string}
         */
        Scope: "read" | "write" | "admin";
        /**
         * SentenceOut
         * @description One finding in plain words.
         */
        SentenceOut: {
            /** Clauses */
            clauses: components["schemas"]["ClauseOut"][];
            /** Link */
            link: string | null;
            /** Text En */
            text_en: string;
            /** Text Zh */
            text_zh: string;
        };
        /**
         * SetupIn
         * @description The first admin of a fresh installation.
         */
        SetupIn: {
            /**
             * Display Name
             * @default
             */
            display_name: string;
            /** Password */
            password: string;
            /** Username */
            username: string;
        };
        /**
         * SharedIssueOut
         * @description One issue of a story and how many customers share it.
         */
        SharedIssueOut: {
            fact: components["schemas"]["FactOut"];
            /** Opinions */
            opinions: components["schemas"]["huiyin__web__understand__schemas__OpinionOut"][];
            reach: components["schemas"]["Reach"];
            /** Typical */
            typical: number | null;
            verdict: components["schemas"]["SentenceOut"];
        };
        /**
         * Sort
         * @description What the table is ordered by, largest first.
         * @enum {string}
         */
        Sort: "customers" | "negative_customers" | "share_negative" | "intensity" | "trend";
        /**
         * SpanOut
         * @description A span of time.
         */
        SpanOut: {
            /**
             * From
             * Format: date-time
             */
            from: string;
            /**
             * To
             * Format: date-time
             */
            to: string;
        };
        /**
         * TableOut
         * @description A chart's table twin.
         */
        TableOut: {
            /** Columns */
            columns: string[];
            /** Rows */
            rows: (string | number | null)[][];
        };
        /**
         * TargetIn
         * @description Who is told; `secret` signs this target's webhooks instead of the installation's key.
         */
        TargetIn: {
            /** Address */
            address: string;
            kind: components["schemas"]["TargetKind"];
            /** Secret */
            secret?: string | null;
        };
        /**
         * TargetKind
         * @description How a target is reached.
         * @enum {string}
         */
        TargetKind: "webhook" | "email";
        /**
         * TargetOut
         * @description Who is told; the secret itself is never shown.
         */
        TargetOut: {
            /** Address */
            address: string;
            /** Has Secret */
            has_secret: boolean;
            kind: components["schemas"]["TargetKind"];
        };
        /**
         * TaxonomyOut
         * @description A tree of aspects, parents before children.
         */
        TaxonomyOut: {
            /** En */
            en: string;
            /** Name */
            name: string;
            /** Nodes */
            nodes: components["schemas"]["NodeOut"][];
            /** Version */
            version: string;
            /** Zh */
            zh: string;
        };
        /**
         * TokenIn
         * @description A token to create; without an end it lasts until it is revoked.
         */
        TokenIn: {
            /** Expires At */
            expires_at?: string | null;
            /** Name */
            name: string;
            /** Scopes */
            scopes?: components["schemas"]["Scope"][];
        };
        /**
         * TokenOut
         * @description A token as its owner sees it later.
         */
        TokenOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expires At */
            expires_at: string | null;
            /** Hint */
            hint: string;
            /** Id */
            id: number;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
            /** Scopes */
            scopes: components["schemas"]["Scope"][];
        };
        /**
         * TokensOut
         * @description The person's tokens, newest first.
         */
        TokensOut: {
            /** Items */
            items: components["schemas"]["TokenOut"][];
        };
        /**
         * TrendOut
         * @description The weekly series and what its test allows to be said.
         */
        TrendOut: {
            /** Adjusted P Value */
            adjusted_p_value: number | null;
            change: components["schemas"]["EstimateOut"];
            direction: components["schemas"]["Direction"];
            /** P Value */
            p_value: number | null;
            /** Weeks */
            weeks: components["schemas"]["WeekOut"][];
        };
        /**
         * TrialIn
         * @description Texts to analyse.
         */
        TrialIn: {
            /** Taxonomy */
            taxonomy?: string | null;
            /** Texts */
            texts: string[];
        };
        /**
         * TrialOut
         * @description The analyses in the order of the texts.
         */
        TrialOut: {
            /** Analyser */
            analyser: string;
            /** Results */
            results: components["schemas"]["AnalysedOut"][];
            /** Taxonomy */
            taxonomy: string;
        };
        /**
         * UserChangeIn
         * @description What to change in an account; a new password signs the person out everywhere.
         */
        UserChangeIn: {
            /** Display Name */
            display_name?: string | null;
            /** Enabled */
            enabled?: boolean | null;
            /** Password */
            password?: string | null;
            role?: components["schemas"]["Role"] | null;
        };
        /**
         * UserIn
         * @description A person to give an account to.
         */
        UserIn: {
            /**
             * Display Name
             * @default
             */
            display_name: string;
            /** Password */
            password: string;
            role: components["schemas"]["Role"];
            /** Username */
            username: string;
        };
        /**
         * UserOut
         * @description A signed-in person, or one named to others.
         */
        UserOut: {
            /** Display Name */
            display_name: string;
            /** Id */
            id: number;
            role: components["schemas"]["Role"];
            /** Username */
            username: string;
        };
        /**
         * UsersOut
         * @description Every account, by name.
         */
        UsersOut: {
            /** Items */
            items: components["schemas"]["AccountOut"][];
        };
        /** ValidationError */
        ValidationError: {
            /** Context */
            ctx?: Record<string, never>;
            /** Input */
            input?: unknown;
            /** Location */
            loc: (string | number)[];
            /** Message */
            msg: string;
            /** Error Type */
            type: string;
        };
        /**
         * Verdict
         * @description Whether the evidence is enough to read the value.
         * @enum {string}
         */
        Verdict: "ok" | "insufficient";
        /**
         * VoiceOut
         * @description One voice as people read it; the rating is on its source's own scale.
         */
        VoiceOut: {
            /** Author */
            author: string | null;
            /** Channel */
            channel: string;
            customer: components["schemas"]["PersonOut"] | null;
            /** Id */
            id: number;
            /** Language */
            language: string;
            /**
             * Occurred At
             * Format: date-time
             */
            occurred_at: string;
            /** Opinions */
            opinions: components["schemas"]["huiyin__web__understand__schemas__OpinionOut"][];
            /** Product */
            product: string | null;
            /** Rating */
            rating: number | null;
            /** Rating Scale */
            rating_scale: number | null;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Sentiment */
            sentiment: number | null;
            /** Source */
            source: string;
            /** Text */
            text: string;
            /** Types */
            types: string[];
            /** Url */
            url: string | null;
        };
        /**
         * VoicePageOut
         * @description A page of voices, newest first; `next` is the cursor of the following one.
         */
        VoicePageOut: {
            /** As Of */
            as_of: string | null;
            /** Items */
            items: components["schemas"]["VoiceOut"][];
            /** Next */
            next: string | null;
            /** Projected At */
            projected_at: string | null;
            /** Total */
            total: number;
            window: components["schemas"]["WindowOut"];
        };
        /**
         * VoiceSampleOut
         * @description A voice as it stood when it was frozen.
         */
        VoiceSampleOut: {
            /** Channel */
            channel: string;
            /** Id */
            id: number;
            /**
             * Occurred At
             * Format: date-time
             */
            occurred_at: string;
            /** Product */
            product: string | null;
            /** Source */
            source: string;
            /** Text */
            text: string;
        };
        /**
         * WeekOut
         * @description Distinct customers of one week: all heard, about the aspect, negative about it.
         */
        WeekOut: {
            /** Base */
            base: number;
            /** Customers */
            customers: number;
            /** Negative */
            negative: number;
            /**
             * Week
             * Format: date
             */
            week: string;
        };
        /**
         * WindowOut
         * @description The days covered, both inclusive, in the installation's zone.
         */
        WindowOut: {
            /**
             * From
             * Format: date
             */
            from: string;
            /**
             * To
             * Format: date
             */
            to: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_actions_api_v1_actions_get: {
        parameters: {
            query?: {
                aspect?: string | null;
                overdue?: boolean;
                owner?: string | null;
                state?: components["schemas"]["ActionState"][] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    post_action_api_v1_actions_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionDetailOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_action_api_v1_actions__action_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionDetailOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    patch_action_api_v1_actions__action_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionChangeIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionDetailOut"];
                };
            };
            /** @description The expected effect and its evidence never change. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_rules_api_v1_alert_rules_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesOut"];
                };
            };
        };
    };
    post_rule_api_v1_alert_rules_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    delete_rule_api_v1_alert_rules__rule_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    patch_rule_api_v1_alert_rules__rule_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleChangeIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    post_rule_test_api_v1_alert_rules__rule_id__test_post: {
        parameters: {
            query?: {
                /** @description Also send a test message to every target. */
                notify?: boolean;
            };
            header?: never;
            path: {
                rule_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleTrialOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_alerts_api_v1_alerts_get: {
        parameters: {
            query?: {
                limit?: number;
                rule_id?: number | null;
                state?: components["schemas"]["AlertState"][] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_alert_api_v1_alerts__alert_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alert_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    patch_alert_api_v1_alerts__alert_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alert_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertChangeIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    analyse_api_v1_analyse_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrialIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    check_anecdote_api_v1_anecdotes_check_post: {
        parameters: {
            query?: {
                /** @description Aspect ids; each stands for its whole subtree. */
                aspect?: string[];
                /** @description Channels. */
                channel?: string[];
                /** @description First day; left out: 90 days up to the newest voice. */
                from?: string | null;
                /** @description Language of the words inside charts. */
                lang?: components["schemas"]["Language"];
                /** @description Products. */
                product?: string[];
                /** @description Words the text must contain. */
                q?: string;
                /** @description Customer regions. */
                region?: string[];
                /** @description Customer segments. */
                segment?: string[];
                /** @description -1, 0 or 1. */
                sentiment?: number[];
                /** @description Names of sources. */
                source?: string[];
                /** @description Last day. */
                to?: string | null;
                /** @description complaint, suggestion, question, praise, statement. */
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnecdoteIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnecdoteOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_audit_api_v1_audit_get: {
        parameters: {
            query?: {
                before?: number | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    post_login_api_v1_auth_login_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthStateOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    post_logout_api_v1_auth_logout_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_me_api_v1_auth_me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOut"];
                };
            };
        };
    };
    post_password_api_v1_auth_password_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthStateOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    post_setup_api_v1_auth_setup_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthStateOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_state_api_v1_auth_state_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthStateOut"];
                };
            };
        };
    };
    get_tokens_api_v1_auth_tokens_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensOut"];
                };
            };
        };
    };
    post_token_api_v1_auth_tokens_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedTokenOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    delete_token_api_v1_auth_tokens__token_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_drivers_api_v1_drivers_get: {
        parameters: {
            query?: {
                /** @description Aspect ids; each stands for its whole subtree. */
                aspect?: string[];
                /** @description Channels. */
                channel?: string[];
                /** @description First day; left out: 90 days up to the newest voice. */
                from?: string | null;
                /** @description Language of the words inside charts. */
                lang?: components["schemas"]["Language"];
                level?: components["schemas"]["Level"];
                outcome?: components["schemas"]["Outcome"];
                /** @description Products. */
                product?: string[];
                /** @description Words the text must contain. */
                q?: string;
                /** @description Customer regions. */
                region?: string[];
                /** @description Customer segments. */
                segment?: string[];
                /** @description -1, 0 or 1. */
                sentiment?: number[];
                /** @description Names of sources. */
                source?: string[];
                /** @description Last day. */
                to?: string | null;
                /** @description complaint, suggestion, question, praise, statement. */
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriversOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_facts_api_v1_facts_get: {
        parameters: {
            query?: {
                /** @description Aspect ids; each stands for its whole subtree. */
                aspect?: string[];
                /** @description Channels. */
                channel?: string[];
                /** @description First day; left out: 90 days up to the newest voice. */
                from?: string | null;
                /** @description Language of the words inside charts. */
                lang?: components["schemas"]["Language"];
                /** @description 1 broad, 2 fine, 3 finest. */
                level?: components["schemas"]["Level"];
                /** @description Products. */
                product?: string[];
                /** @description Words the text must contain. */
                q?: string;
                /** @description Customer regions. */
                region?: string[];
                /** @description Customer segments. */
                segment?: string[];
                /** @description -1, 0 or 1. */
                sentiment?: number[];
                /** @description Largest first; what is insufficient comes last. */
                sort?: components["schemas"]["Sort"];
                /** @description Names of sources. */
                source?: string[];
                /** @description Last day. */
                to?: string | null;
                /** @description complaint, suggestion, question, praise, statement. */
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_fact_api_v1_facts__aspect__get: {
        parameters: {
            query?: {
                /** @description Aspect ids; each stands for its whole subtree. */
                aspect?: string[];
                /** @description Channels. */
                channel?: string[];
                /** @description First day; left out: 90 days up to the newest voice. */
                from?: string | null;
                /** @description Language of the words inside charts. */
                lang?: components["schemas"]["Language"];
                /** @description Products. */
                product?: string[];
                /** @description Words the text must contain. */
                q?: string;
                /** @description Customer regions. */
                region?: string[];
                /** @description Customer segments. */
                segment?: string[];
                /** @description -1, 0 or 1. */
                sentiment?: number[];
                /** @description Names of sources. */
                source?: string[];
                /** @description Last day. */
                to?: string | null;
                /** @description complaint, suggestion, question, praise, statement. */
                type?: string[];
            };
            header?: never;
            path: {
                /** @description An aspect id, such as automotive.comfort.odour. */
                aspect: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactDetailOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    post_feedback_api_v1_feedback_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackBatchIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeOut"];
                };
            };
            /** @description Some items were refused; the others are accepted. */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_voice_api_v1_feedback__feedback_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                feedback_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoiceOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_health_api_v1_health_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthOut"];
                };
            };
        };
    };
    get_imports_api_v1_imports_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"][];
                };
            };
        };
    };
    start_import_api_v1_imports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_import_api_v1_imports__job_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_rejects_api_v1_imports__job_id__rejects_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    preview_import_api_v1_imports_preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_preview_import_api_v1_imports_preview_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_live_api_v1_live_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
        };
    };
    get_recent_api_v1_live_recent_get: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveVoiceOut"][];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_meta_api_v1_meta_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetaOut"];
                };
            };
        };
    };
    get_notifications_api_v1_notifications_get: {
        parameters: {
            query?: {
                alert_id?: number | null;
                limit?: number;
                state?: components["schemas"]["NotificationState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    post_replay_api_v1_notifications__notification_id__replay_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notification_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_overview_api_v1_overview_get: {
        parameters: {
            query?: {
                /** @description Aspect ids; each stands for its whole subtree. */
                aspect?: string[];
                /** @description Channels. */
                channel?: string[];
                /** @description First day; left out: 90 days up to the newest voice. */
                from?: string | null;
                /** @description Language of the words inside charts. */
                lang?: components["schemas"]["Language"];
                /** @description Products. */
                product?: string[];
                /** @description Words the text must contain. */
                q?: string;
                /** @description Customer regions. */
                region?: string[];
                /** @description Customer segments. */
                segment?: string[];
                /** @description -1, 0 or 1. */
                sentiment?: number[];
                /** @description Names of sources. */
                source?: string[];
                /** @description Last day. */
                to?: string | null;
                /** @description complaint, suggestion, question, praise, statement. */
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverviewOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_priorities_api_v1_priorities_get: {
        parameters: {
            query?: {
                /** @description Aspect ids; each stands for its whole subtree. */
                aspect?: string[];
                /** @description Channels. */
                channel?: string[];
                /** @description First day; left out: 90 days up to the newest voice. */
                from?: string | null;
                /** @description Language of the words inside charts. */
                lang?: components["schemas"]["Language"];
                level?: components["schemas"]["Level"];
                /** @description Products. */
                product?: string[];
                /** @description Words the text must contain. */
                q?: string;
                /** @description Customer regions. */
                region?: string[];
                /** @description Customer segments. */
                segment?: string[];
                /** @description -1, 0 or 1. */
                sentiment?: number[];
                /** @description 0: customers alone. */
                severity_weight?: number;
                /** @description Names of sources. */
                source?: string[];
                /** @description Last day. */
                to?: string | null;
                /** @description complaint, suggestion, question, praise, statement. */
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrioritiesOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_sources_api_v1_sources_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["huiyin__web__collect__sources__SourceOut"][];
                };
            };
        };
    };
    get_users_api_v1_users_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsersOut"];
                };
            };
        };
    };
    post_user_api_v1_users_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    patch_user_api_v1_users__user_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChangeIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_verbatims_api_v1_verbatims_get: {
        parameters: {
            query?: {
                /** @description Aspect ids; each stands for its whole subtree. */
                aspect?: string[];
                /** @description Channels. */
                channel?: string[];
                /** @description The `next` of the page before. */
                cursor?: string | null;
                /** @description First day; left out: 90 days up to the newest voice. */
                from?: string | null;
                /** @description Language of the words inside charts. */
                lang?: components["schemas"]["Language"];
                /** @description Voices on a page. */
                limit?: number;
                /** @description Products. */
                product?: string[];
                /** @description Words the text must contain. */
                q?: string;
                /** @description Customer regions. */
                region?: string[];
                /** @description Customer segments. */
                segment?: string[];
                /** @description -1, 0 or 1. */
                sentiment?: number[];
                /** @description Names of sources. */
                source?: string[];
                /** @description Last day. */
                to?: string | null;
                /** @description complaint, suggestion, question, praise, statement. */
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoicePageOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
}
