/** Made from the server's OpenAPI document by `npm run types`; do not edit. */

export interface paths {
    "/api/v1/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_actions_api_v1_actions_get"];
        put?: never;
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
        get: operations["get_action_api_v1_actions__action_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_action_api_v1_actions__action_id__patch"];
        trace?: never;
    };
    "/api/v1/actions/{action_id}/raisers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_raisers_api_v1_actions__action_id__raisers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/{action_id}/telling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_telling_api_v1_actions__action_id__telling_get"];
        put?: never;
        post: operations["post_telling_api_v1_actions__action_id__telling_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/{action_id}/telling/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_recipients_api_v1_actions__action_id__telling_recipients_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/{action_id}/telling/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_send_api_v1_actions__action_id__telling_send_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/{action_id}/telling/sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_sent_api_v1_actions__action_id__telling_sent_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_plan_api_v1_actions_plan_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alert-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_rules_api_v1_alert_rules_get"];
        put?: never;
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
        delete: operations["delete_rule_api_v1_alert_rules__rule_id__delete"];
        options?: never;
        head?: never;
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
        get: operations["get_alert_api_v1_alerts__alert_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
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
        get: operations["get_audit_api_v1_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_audits_api_v1_audits_get"];
        put?: never;
        post: operations["post_audit_api_v1_audits_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audits/{audit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_audit_api_v1_audits__audit_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audits/{audit_id}/labels/{feedback_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put_label_api_v1_audits__audit_id__labels__feedback_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audits/{audit_id}/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_next_api_v1_audits__audit_id__next_get"];
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
        get: operations["get_me_api_v1_auth_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_callback_api_v1_auth_oidc_callback_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_start_api_v1_auth_oidc_start_get"];
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
        get: operations["get_tokens_api_v1_auth_tokens_get"];
        put?: never;
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
        delete: operations["delete_token_api_v1_auth_tokens__token_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_cases_api_v1_cases_get"];
        put?: never;
        post: operations["post_case_api_v1_cases_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_case_api_v1_cases__case_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_case_api_v1_cases__case_id__patch"];
        trace?: never;
    };
    "/api/v1/cases/{case_id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_reply_api_v1_cases__case_id__reply_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charts/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["draw_api_v1_charts_picture_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_comments_api_v1_comments_get"];
        put?: never;
        post: operations["post_comment_api_v1_comments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_comparison_api_v1_compare_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compare/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_comparison_file_api_v1_compare_file_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connector-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_connector_kinds_api_v1_connector_kinds_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_connectors_api_v1_connectors_get"];
        put?: never;
        post: operations["post_connector_api_v1_connectors_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connectors/{connector_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_connector_api_v1_connectors__connector_id__delete"];
        options?: never;
        head?: never;
        patch: operations["patch_connector_api_v1_connectors__connector_id__patch"];
        trace?: never;
    };
    "/api/v1/connectors/{connector_id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_connector_runs_api_v1_connectors__connector_id__runs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_coverage_api_v1_coverage_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_crises_api_v1_crises_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crises/{signal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_crisis_api_v1_crises__signal_id__get"];
        put?: never;
        post: operations["post_crisis_api_v1_crises__signal_id__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_crisis_api_v1_crises__signal_id__patch"];
        trace?: never;
    };
    "/api/v1/crises/{signal_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_close_api_v1_crises__signal_id__close_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crises/{signal_id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_entry_api_v1_crises__signal_id__entries_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crises/{signal_id}/tasks/{entry_id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_done_api_v1_crises__signal_id__tasks__entry_id__done_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_customers_api_v1_customers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put_consent_api_v1_customers__customer_id__consent_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_customer_api_v1_customers__person__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{person}/dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_dossier_api_v1_customers__person__dossier_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{person}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_erase_api_v1_customers__person__erase_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{person}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_merge_api_v1_customers__person__merge_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/accounts/{account}/separate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_separate_api_v1_customers_accounts__account__separate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_attention_api_v1_customers_attention_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_changes_api_v1_customers_changes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/changes/{change}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_undo_api_v1_customers_changes__change__undo_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/churn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_churn_api_v1_customers_churn_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/churn/outreach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_outreach_api_v1_customers_churn_outreach_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/compact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_compact_api_v1_customers_compact_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/cross": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_cross_api_v1_customers_cross_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/cross/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_cross_file_api_v1_customers_cross_file_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_erasures_api_v1_customers_erasures_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/reports/buying-power": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_buying_power_api_v1_customers_reports_buying_power_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/reports/help-seekers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_help_seekers_api_v1_customers_reports_help_seekers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_resolve_api_v1_customers_resolve_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_review_api_v1_customers_review_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/review/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_verdict_api_v1_customers_review__link__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_segments_api_v1_customers_segments_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_dead_letters_api_v1_dead_letters_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/{letter_id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["drop_dead_letter_api_v1_dead_letters__letter_id__drop_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/{letter_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["replay_dead_letter_api_v1_dead_letters__letter_id__replay_post"];
        delete?: never;
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
        get: operations["get_drivers_api_v1_drivers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exclusions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_exclusions_api_v1_exclusions_get"];
        put?: never;
        post: operations["post_exclusions_api_v1_exclusions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exclusions/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_restore_api_v1_exclusions_restore_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_experience_api_v1_experience_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/explore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_crossing_api_v1_explore_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/explore/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_crossing_file_api_v1_explore_file_get"];
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
        get: operations["get_fact_api_v1_facts__aspect__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/facts/{aspect}/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_impact_api_v1_facts__aspect__impact_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/facts/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_facts_file_api_v1_facts_file_get"];
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
        get: operations["get_health_api_v1_health_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hooks/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_hook_api_v1_hooks__key__post"];
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
        get: operations["get_imports_api_v1_imports_get"];
        put?: never;
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
        post: operations["preview_import_api_v1_imports_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews/codes/{code_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put_code_api_v1_interviews_codes__code_id__put"];
        post?: never;
        delete: operations["delete_code_api_v1_interviews_codes__code_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews/conversations/{conversation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_transcript_api_v1_interviews_conversations__conversation_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews/conversations/{conversation_id}/coding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put_coding_api_v1_interviews_conversations__conversation_id__coding_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews/spans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_span_api_v1_interviews_spans_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews/spans/{span_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_span_api_v1_interviews_spans__span_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews/speakers/{speaker_id}": {
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
        patch: operations["patch_speaker_api_v1_interviews_speakers__speaker_id__patch"];
        trace?: never;
    };
    "/api/v1/interviews/studies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_studies_api_v1_interviews_studies_get"];
        put?: never;
        post: operations["post_study_api_v1_interviews_studies_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews/studies/{study_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_study_api_v1_interviews_studies__study_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_study_api_v1_interviews_studies__study_id__patch"];
        trace?: never;
    };
    "/api/v1/interviews/studies/{study_id}/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_codes_api_v1_interviews_studies__study_id__codes_get"];
        put?: never;
        post: operations["post_code_api_v1_interviews_studies__study_id__codes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews/studies/{study_id}/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_conversation_api_v1_interviews_studies__study_id__conversations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews/studies/{study_id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_findings_api_v1_interviews_studies__study_id__findings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews/studies/{study_id}/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_quotes_api_v1_interviews_studies__study_id__quotes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews/studies/{study_id}/quotes.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_quotes_csv_api_v1_interviews_studies__study_id__quotes_csv_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/language-model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_language_model_api_v1_language_model_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/launches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_launches_api_v1_launches_get"];
        put?: never;
        post: operations["post_launch_api_v1_launches_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/launches/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_launch_api_v1_launches__event_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/launches/{event_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_close_api_v1_launches__event_id__close_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/launches/{event_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_launch_file_api_v1_launches__event_id__file_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/launches/{event_id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_launch_report_api_v1_launches__event_id__report_get"];
        put?: never;
        post?: never;
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
        get: operations["get_recent_api_v1_live_recent_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live/wall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_wall_api_v1_live_wall_get"];
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
        get: operations["get_meta_api_v1_meta_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_notices_api_v1_notices_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_read_api_v1_notices_read_post"];
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
        post: operations["post_replay_api_v1_notifications__notification_id__replay_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_opportunities_api_v1_opportunities_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_opportunity_api_v1_opportunities_patch"];
        trace?: never;
    };
    "/api/v1/opportunities/one": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_opportunity_api_v1_opportunities_one_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opportunities/rivals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_rivals_api_v1_opportunities_rivals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opportunities/switching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_switching_api_v1_opportunities_switching_get"];
        put?: never;
        post?: never;
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
        get: operations["get_overview_api_v1_overview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/performance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_performance_api_v1_performance_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_plans_api_v1_plans_get"];
        put?: never;
        post: operations["post_plan_api_v1_plans_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_proposal_api_v1_plans_proposal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_rules_api_v1_plans_rules_get"];
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
        get: operations["get_priorities_api_v1_priorities_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programme": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_programme_api_v1_programme_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programme/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put_cost_api_v1_programme_costs_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programme/five-voices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_five_voices_api_v1_programme_five_voices_get"];
        put?: never;
        post: operations["post_five_voices_api_v1_programme_five_voices_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programme/goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_goal_api_v1_programme_goals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programme/goals/{goal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_goal_api_v1_programme_goals__goal_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programme/maturity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_maturity_api_v1_programme_maturity_get"];
        put?: never;
        post: operations["post_maturity_api_v1_programme_maturity_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programme/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_reviews_api_v1_programme_reviews_get"];
        put?: never;
        post: operations["post_review_api_v1_programme_reviews_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programme/reviews/{review_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_review_api_v1_programme_reviews__review_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programme/steering": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_steering_api_v1_programme_steering_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/surveys/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_public_survey_api_v1_public_surveys__slug__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/surveys/{slug}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_answers_api_v1_public_surveys__slug__answers_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_quality_api_v1_quality_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quality/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put_decision_api_v1_quality_decisions_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quality/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_findings_api_v1_quality_findings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quality/scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_scan_api_v1_quality_scan_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["lint_questions_api_v1_questions_lint_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_renewal_api_v1_renewal_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_reports_api_v1_reports_get"];
        put?: never;
        post: operations["post_report_api_v1_reports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{report_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_report_api_v1_reports__report_id__get"];
        put: operations["put_report_api_v1_reports__report_id__put"];
        post?: never;
        delete: operations["delete_report_api_v1_reports__report_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{report_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_file_api_v1_reports__report_id__file_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{report_id}/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_pages_api_v1_reports__report_id__pages_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{report_id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_send_api_v1_reports__report_id__send_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{report_id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_shares_api_v1_reports__report_id__shares_get"];
        put?: never;
        post: operations["post_share_api_v1_reports__report_id__shares_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{report_id}/shares/{share_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_share_api_v1_reports__report_id__shares__share_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_news_api_v1_reports_news_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/news/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_seen_api_v1_reports_news_seen_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_preview_api_v1_reports_preview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/preview/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_preview_file_api_v1_reports_preview_file_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reputation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_reputation_api_v1_reputation_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roadmap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_roadmap_api_v1_roadmap_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roadmap/{aspect}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put_decision_api_v1_roadmap__aspect__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shared-reports/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_shared_api_v1_shared_reports__token__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_signals_api_v1_signals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signals/{signal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_signal_api_v1_signals__signal_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_signal_api_v1_signals__signal_id__patch"];
        trace?: never;
    };
    "/api/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_sources_api_v1_sources_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strengths": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_strengths_api_v1_strengths_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_suggestions_api_v1_suggestions_get"];
        put?: never;
        post: operations["post_suggestions_api_v1_suggestions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suggestions/{suggestion_id}": {
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
        patch: operations["patch_suggestion_api_v1_suggestions__suggestion_id__patch"];
        trace?: never;
    };
    "/api/v1/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_surveys_api_v1_surveys_get"];
        put?: never;
        post: operations["post_survey_api_v1_surveys_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/surveys/{survey_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_survey_api_v1_surveys__survey_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_survey_api_v1_surveys__survey_id__patch"];
        trace?: never;
    };
    "/api/v1/surveys/{survey_id}/crossing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_crossing_api_v1_surveys__survey_id__crossing_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/surveys/{survey_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_file_api_v1_surveys__survey_id__file_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/surveys/{survey_id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_invitations_api_v1_surveys__survey_id__invitations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/surveys/{survey_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_preview_api_v1_surveys__survey_id__preview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/surveys/{survey_id}/qr.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_qr_api_v1_surveys__survey_id__qr_svg_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/surveys/{survey_id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_results_api_v1_surveys__survey_id__results_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/surveys/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_again_api_v1_surveys_again_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/surveys/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_plan_api_v1_surveys_plan_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/surveys/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_templates_api_v1_surveys_templates_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/taxonomies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_taxonomies_api_v1_taxonomies_get"];
        put?: never;
        post: operations["post_taxonomy_api_v1_taxonomies_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/taxonomies/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_taxonomy_api_v1_taxonomies__name__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/taxonomies/{name}/aspects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_aspect_api_v1_taxonomies__name__aspects_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/taxonomies/{name}/aspects/{aspect}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_aspect_api_v1_taxonomies__name__aspects__aspect__delete"];
        options?: never;
        head?: never;
        patch: operations["patch_aspect_api_v1_taxonomies__name__aspects__aspect__patch"];
        trace?: never;
    };
    "/api/v1/taxonomies/{name}/aspects/{aspect}/labelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_labelled_api_v1_taxonomies__name__aspects__aspect__labelled_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/taxonomies/{name}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_document_api_v1_taxonomies__name__document_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/taxonomies/{name}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_preview_api_v1_taxonomies__name__preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/taxonomies/{name}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_restore_api_v1_taxonomies__name__restore_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/taxonomies/{name}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_versions_api_v1_taxonomies__name__versions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_teams_api_v1_teams_get"];
        put?: never;
        post: operations["post_team_api_v1_teams_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{target_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_team_api_v1_teams__target_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{target_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_test_api_v1_teams__target_id__test_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_topics_api_v1_topics_get"];
        put?: never;
        post: operations["post_topics_api_v1_topics_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{topic_id}": {
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
        patch: operations["patch_topic_api_v1_topics__topic_id__patch"];
        trace?: never;
    };
    "/api/v1/topics/{topic_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_accept_api_v1_topics__topic_id__accept_post"];
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
        get: operations["get_users_api_v1_users_get"];
        put?: never;
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
        get: operations["get_verbatims_api_v1_verbatims_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verbatims/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_verbatims_file_api_v1_verbatims_file_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verbatims/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_summary_api_v1_verbatims_summary_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_views_api_v1_views_get"];
        put?: never;
        post: operations["post_view_api_v1_views_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{view_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_view_api_v1_views__view_id__delete"];
        options?: never;
        head?: never;
        patch: operations["patch_view_api_v1_views__view_id__patch"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountOut: {
            /** Format: date-time */
            created_at: string;
            display_name: string;
            enabled: boolean;
            id: number;
            limits: components["schemas"]["LimitsOut"];
            role: components["schemas"]["Role"];
            username: string;
        };
        ActionBasisOut: {
            effort: number | null;
            experiment: string;
            link: string | null;
            origin: components["schemas"]["ActionOrigin"];
            origin_id: string | null;
        };
        ActionChangeIn: {
            due_date?: string | null;
            effort?: number | null;
            experiment?: string | null;
            /** @default  */
            note: string;
            owner?: string | null;
            state?: components["schemas"]["ActionState"] | null;
            team?: string | null;
            title?: string | null;
        } & {
            [key: string]: unknown;
        };
        ActionCountsOut: {
            open: number;
            overdue: number;
        };
        ActionDetailOut: {
            aspect: string | null;
            basis: components["schemas"]["ActionBasisOut"];
            closed_at: string | null;
            /** Format: date-time */
            created_at: string;
            created_by: string;
            /** Format: date */
            due_date: string;
            effect: components["schemas"]["EffectOut"] | null;
            events: components["schemas"]["ActionEventOut"][];
            evidence: components["schemas"]["EvidenceOut"];
            expected_effect: components["schemas"]["ExpectedEffectOut"];
            filters: {
                [key: string]: unknown;
            };
            hypothesis: string;
            id: number;
            kind: components["schemas"]["ActionKind"];
            overdue: boolean;
            owner: string;
            score: components["schemas"]["ActionScoreOut"] | null;
            started_at: string | null;
            state: components["schemas"]["ActionState"];
            team: string;
            title: string;
            /** Format: date-time */
            updated_at: string;
            verdict: components["schemas"]["EffectVerdict"] | null;
        };
        ActionEventOut: {
            /** Format: date-time */
            at: string;
            changes: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            kind: "created" | "changed" | "note" | "judged";
            note: string;
            state: components["schemas"]["ActionState"] | null;
            who: string;
        };
        ActionIn: {
            aspect?: string | null;
            /** Format: date */
            due_date: string;
            effort?: number | null;
            expected_effect: components["schemas"]["ExpectedEffectIn"];
            /** @default  */
            experiment: string;
            filters?: {
                [key: string]: string | number | (string | number)[] | null;
            };
            /** @default  */
            hypothesis: string;
            kind: components["schemas"]["ActionKind"];
            /** @default manual */
            origin: components["schemas"]["ActionOrigin"];
            origin_id?: string | null;
            owner: string;
            /** @default  */
            team: string;
            title: string;
        };
        /** @enum {string} */
        ActionKind: "product" | "service" | "process" | "marketing" | "other";
        /** @enum {string} */
        ActionOrigin: "manual" | "fact" | "opportunity" | "alert" | "signal" | "launch";
        ActionOut: {
            aspect: string | null;
            basis: components["schemas"]["ActionBasisOut"];
            closed_at: string | null;
            /** Format: date-time */
            created_at: string;
            created_by: string;
            /** Format: date */
            due_date: string;
            expected_effect: components["schemas"]["ExpectedEffectOut"];
            filters: {
                [key: string]: unknown;
            };
            hypothesis: string;
            id: number;
            kind: components["schemas"]["ActionKind"];
            overdue: boolean;
            owner: string;
            score: components["schemas"]["ActionScoreOut"] | null;
            started_at: string | null;
            state: components["schemas"]["ActionState"];
            team: string;
            title: string;
            /** Format: date-time */
            updated_at: string;
            verdict: components["schemas"]["EffectVerdict"] | null;
        };
        ActionScoreOut: {
            confidence: number;
            effort: number | null;
            impact: number | null;
            judged: number;
            reach: components["schemas"]["EstimateOut"];
            relief: number | null;
            value: number | null;
        };
        /** @enum {string} */
        ActionState: "open" | "doing" | "done" | "dropped";
        AgreementOut: {
            alpha: components["schemas"]["EstimateOut"];
            coders: string[];
            codes: components["schemas"]["CodeAgreementOut"][];
            conversations: string[];
            customary: number;
            pair: string[] | null;
            sentences: number;
            tentative: number;
        };
        /** @enum {string} */
        AlertBasis: "threshold" | "unusual";
        AlertChangeIn: {
            state?: components["schemas"]["AlertState"] | null;
            useful?: boolean | null;
        };
        /** @enum {string} */
        AlertMetric: "negative_customers" | "voices" | "share_negative";
        AlertNoteOut: {
            /** Format: date-time */
            fired_at: string;
            id: number;
            link: string;
            metric: string;
            name: string;
            rule_id: number;
            state: string;
            threshold: number;
            useful: boolean | null;
            value: number | null;
            window_hours: number;
        };
        AlertOut: {
            escalated_at: string | null;
            estimate: components["schemas"]["EstimateOut"];
            filters: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            fired_at: string;
            headline: string;
            id: number;
            link: string;
            metric: components["schemas"]["AlertMetric"];
            name: string;
            rule_id: number;
            state: components["schemas"]["AlertState"];
            team: string;
            threshold: number;
            /** Format: date-time */
            updated_at: string;
            updated_by: string | null;
            useful: boolean | null;
            value: number;
            verbatims: components["schemas"]["VoiceSampleOut"][];
            window: components["schemas"]["SpanOut"];
            window_hours: number;
        };
        AlertsOut: {
            items: components["schemas"]["AlertOut"][];
        };
        /** @enum {string} */
        AlertState: "open" | "acknowledged" | "resolved";
        AnalysedOut: {
            emotion: string | null;
            language: string;
            opinions: components["schemas"]["TriedOpinionOut"][];
            sentiment: number | null;
            text: string;
            types: string[];
        };
        AnecdoteIn: {
            taxonomy?: string | null;
            text: string;
        };
        AnecdoteOut: {
            as_of: string | null;
            base: components["schemas"]["BaseOut"];
            issues: components["schemas"]["SharedIssueOut"][];
            opinions: components["schemas"]["OpinionOut"][];
            projected_at: string | null;
            summary: components["schemas"]["SentenceOut"];
            text: string;
            window: components["schemas"]["WindowOut"];
        };
        /** @enum {string} */
        AnecdoteReach: "common" | "rare" | "ordinary" | "unheard" | "insufficient";
        AnswerOut: {
            feedback_id: number;
            human: components["schemas"]["JudgementOut"][];
            human_marks: string[] | null;
            machine: components["schemas"]["JudgementOut"][];
            machine_marks: string[] | null;
        };
        AnswersIn: {
            answers: {
                [key: string]: unknown;
            };
            /** @default false */
            complete: boolean;
            /** @default  */
            key: string;
            language?: string | null;
            token?: string | null;
            via?: ("link" | "mail" | "qr" | "embed") | null;
        };
        ArrivalOut: {
            accepted: number;
            duplicates: number;
            events: number;
            rejected: number;
        };
        AskAgainIn: {
            /** @default zh */
            language: string;
            /** @default csat */
            metric: components["schemas"]["Metric"];
            occasion: string;
            person: string;
            /** @default true */
            send: boolean;
        };
        AskedAfterOut: {
            link: string | null;
            mailed: boolean;
            reason: string | null;
        };
        AskedOut: {
            mailed: boolean;
            reason: string | null;
            survey_id: number;
            url: string | null;
        };
        AskIn: {
            /** @default 8 */
            most: number;
        };
        AspectExampleIn: {
            end?: number | null;
            feedback_id?: number | null;
            /** @default true */
            holds: boolean;
            start?: number | null;
            text?: string | null;
        };
        AspectExampleOut: {
            end: number | null;
            feedback_id: number | null;
            holds: boolean;
            start: number | null;
            text: string;
        };
        AspectIn: {
            /** @default  */
            en: string;
            examples?: components["schemas"]["AspectExampleIn"][];
            /** @default  */
            key: string;
            more?: string | null;
            parent?: string | null;
            seeds?: string[];
            zh: string;
        };
        AspectNodeOut: {
            en: string;
            examples: components["schemas"]["AspectExampleOut"][];
            grams: number;
            id: string;
            implied: string[];
            learned: string[];
            level: number;
            more: string;
            negative: string[];
            parent: string | null;
            positive: string[];
            seeds: string[];
            zh: string;
        };
        AspectPatch: {
            en?: string | null;
            examples?: components["schemas"]["AspectExampleIn"][] | null;
            more?: string | null;
            seeds?: string[] | null;
            zh?: string | null;
        };
        AspectPreviewedOut: {
            end: number;
            feedback_id: number;
            filed: string[];
            sentiment: number;
            start: number;
            text: string;
        };
        AspectPreviewIn: {
            aspect?: string | null;
            /** @default 90 */
            days: number;
            draft: components["schemas"]["AspectIn"];
        };
        AspectPreviewOut: {
            aspect: string;
            count: number;
            customers: components["schemas"]["EstimateOut"];
            days: number;
            learned: string[];
            moved: {
                [key: string]: string;
            };
            negative: components["schemas"]["EstimateOut"];
            opinions: number;
            population: number;
            shown: components["schemas"]["AspectPreviewedOut"][];
            taken_from: components["schemas"]["AspectTakenOut"][];
            voices: number;
        };
        AspectTakenOut: {
            aspect: string;
            en: string;
            opinions: number;
            zh: string;
        };
        AssessmentOut: {
            auc: components["schemas"]["EstimateOut"];
            auc_rfm: components["schemas"]["EstimateOut"];
            bins: components["schemas"]["CalibrationBinOut"][];
            brier: number;
            calibration_error: number;
            gain: components["schemas"]["EstimateOut"];
            tested: number;
            /** Format: date */
            tested_from: string;
            trained: number;
            /** Format: date */
            trained_until: string;
        };
        AttentionOut: {
            lists: components["schemas"]["WatchOut"][];
            /** Format: date */
            today: string;
        };
        AuditedAspectOut: {
            aspect: string;
            both: number;
            en: string;
            fact: components["schemas"]["FactOut"] | null;
            human_only: number;
            kappa: components["schemas"]["EstimateOut"];
            machine_only: number;
            precision: components["schemas"]["EstimateOut"];
            recall: components["schemas"]["EstimateOut"];
            zh: string;
        };
        AuditedMarkOut: {
            both: number;
            human_only: number;
            machine_only: number;
            mark: string;
            precision: components["schemas"]["EstimateOut"];
            recall: components["schemas"]["EstimateOut"];
        };
        AuditEntryOut: {
            actor: string;
            /** Format: date-time */
            at: string;
            detail: {
                [key: string]: unknown;
            };
            event: string;
            id: number;
            object_id: string | null;
            object_kind: string | null;
            object_name: components["schemas"]["NameOut"] | null;
        };
        AuditIn: {
            /** @default 200 */
            customers: number;
        };
        AuditLogOut: {
            items: components["schemas"]["AuditEntryOut"][];
            next: number | null;
        };
        AuditMarkOut: {
            /** Format: date-time */
            drawn_at: string;
            drift: components["schemas"]["EstimateOut"] | null;
            id: number;
            kappa: components["schemas"]["EstimateOut"];
        };
        AuditOut: {
            analyser: string;
            customers: number;
            /** Format: date-time */
            drawn_at: string;
            drawn_by: string;
            drift: components["schemas"]["EstimateOut"] | null;
            id: number;
            kappa: components["schemas"]["EstimateOut"];
            labelled: number;
            population: number;
            query: string;
            taxonomy: string;
            voices: number;
        };
        AuditReportOut: {
            analyser: string;
            aspects: components["schemas"]["AuditedAspectOut"][];
            customers: number;
            /** Format: date-time */
            drawn_at: string;
            drawn_by: string;
            drift: components["schemas"]["EstimateOut"] | null;
            how: components["schemas"]["NameOut"];
            id: number;
            kappa: components["schemas"]["EstimateOut"];
            labelled: number;
            marks: components["schemas"]["AuditedMarkOut"][];
            population: number;
            query: string;
            taxonomy: string;
            voices: number;
        };
        AuthStateOut: {
            demo: boolean;
            oidc: string | null;
            setup_code_required: boolean;
            setup_required: boolean;
            user: components["schemas"]["UserOut"] | null;
        };
        BaselineOut: {
            expected: number;
            high: number;
            learned: boolean;
            low: number;
            windows: number;
        };
        BaseOut: {
            customers: number;
            voices: number;
        };
        BoardCountsOut: {
            doing: number;
            done: number;
            dropped: number;
            open: number;
            overdue: number;
        };
        BoardOut: {
            counts: components["schemas"]["BoardCountsOut"];
            items: components["schemas"]["ActionOut"][];
        };
        Body_post_conversation_api_v1_interviews_studies__study_id__conversations_post: {
            /** @default pending */
            consent: components["schemas"]["Consent"];
            file: string;
            held_at?: string | null;
            /** @default false */
            quotable: boolean;
            /** @default  */
            title: string;
        };
        Body_preview_import_api_v1_imports_preview_post: {
            file: string;
        };
        BuyersOut: {
            buying: components["schemas"]["EstimateOut"];
            customers: number;
            spend: components["schemas"]["EstimateOut"];
        };
        BuyingPowerOut: {
            active: components["schemas"]["BuyersOut"];
            active_from: number;
            buying_difference: components["schemas"]["EstimateOut"];
            match: components["schemas"]["MatchRateOut"];
            others: components["schemas"]["BuyersOut"];
            sentence_en: string;
            sentence_zh: string;
            spend_difference: components["schemas"]["EstimateOut"];
            window: components["schemas"]["WindowOut"];
        };
        /** @enum {string} */
        Cadence: "never" | "daily" | "weekly";
        CalibrationBinOut: {
            left: components["schemas"]["EstimateOut"];
            predicted: number;
        };
        CardOut: {
            labelled: number;
            position: number;
            voice: components["schemas"]["VoiceOut"] | null;
            voices: number;
        };
        CaseChangeIn: {
            /** @default false */
            answered: boolean;
            /** @default true */
            ask: boolean;
            /** @default  */
            note: string;
            owner?: string | null;
            priority?: components["schemas"]["CasePriority"] | null;
            resolution?: string | null;
            root_cause?: string | null;
            state?: components["schemas"]["CaseState"] | null;
            team?: string | null;
        };
        CaseDetailOut: {
            asked?: components["schemas"]["AskedAfterOut"] | null;
            asked_again_at: string | null;
            asked_again_score: number | null;
            /** Format: date-time */
            created_at: string;
            created_by: string;
            customer_id: number | null;
            escalated_at: string | null;
            events: components["schemas"]["CaseEventOut"][];
            feedback_id: number | null;
            id: number;
            late: boolean;
            origin: components["schemas"]["CaseOrigin"];
            origin_id: string | null;
            owner: string;
            person?: number | null;
            priority: components["schemas"]["CasePriority"];
            reopened: number;
            resolution: string;
            /** Format: date-time */
            resolve_by: string;
            resolved_at: string | null;
            /** Format: date-time */
            respond_by: string;
            responded_at: string | null;
            root_cause: string;
            state: components["schemas"]["CaseState"];
            team: string;
            title: string;
            /** Format: date-time */
            updated_at: string;
            waiting_since: string | null;
        };
        CaseEventOut: {
            /** Format: date-time */
            at: string;
            changes: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            kind: "opened" | "changed" | "answered" | "note" | "escalated" | "replied" | "asked" | "rated";
            note: string;
            who: string;
        };
        CaseIn: {
            customer_id?: number | null;
            feedback_id?: number | null;
            /** @default manual */
            origin: components["schemas"]["CaseOrigin"];
            origin_id?: string | null;
            owner: string;
            /** @default normal */
            priority: components["schemas"]["CasePriority"];
            /** @default  */
            team: string;
            title: string;
        };
        /** @enum {string} */
        CaseOrigin: "manual" | "alert" | "voice" | "survey" | "churn";
        CaseOut: {
            asked_again_at: string | null;
            asked_again_score: number | null;
            /** Format: date-time */
            created_at: string;
            created_by: string;
            customer_id: number | null;
            escalated_at: string | null;
            feedback_id: number | null;
            id: number;
            late: boolean;
            origin: components["schemas"]["CaseOrigin"];
            origin_id: string | null;
            owner: string;
            priority: components["schemas"]["CasePriority"];
            reopened: number;
            resolution: string;
            /** Format: date-time */
            resolve_by: string;
            resolved_at: string | null;
            /** Format: date-time */
            respond_by: string;
            responded_at: string | null;
            root_cause: string;
            state: components["schemas"]["CaseState"];
            team: string;
            title: string;
            /** Format: date-time */
            updated_at: string;
            waiting_since: string | null;
        };
        /** @enum {string} */
        CasePriority: "urgent" | "high" | "normal" | "low";
        CasesOut: {
            items: components["schemas"]["CaseOut"][];
        };
        /** @enum {string} */
        CaseState: "open" | "waiting" | "resolved";
        CauseOut: {
            adjusted_p: number;
            dimension: string;
            explained: components["schemas"]["EstimateOut"];
            others: components["schemas"]["EstimateOut"];
            share: components["schemas"]["EstimateOut"];
            value: string;
        };
        ChangedOut: {
            change: number;
            person: number;
        };
        /** @enum {string} */
        ChangeKind: "round" | "merge" | "separate" | "decide";
        ChangeOut: {
            high: number | null;
            low: number | null;
            significant: boolean;
            value: number | null;
        };
        /** @enum {string} */
        Channel: "survey" | "interview" | "focus_group" | "social" | "review" | "service" | "nps" | "behaviour";
        ChannelRowOut: {
            channel: string;
            customers: number;
            en: string;
            link: string;
            share_negative: components["schemas"]["EstimateOut"];
            voices: number;
            zh: string;
        };
        ChoiceOut: {
            en: string;
            id: string;
            zh: string;
        };
        ChurnOut: {
            assessment: components["schemas"]["AssessmentOut"] | null;
            early_days: number;
            fitted_at: string | null;
            grace_days: number;
            items: components["schemas"]["RiskOut"][];
            outcome: components["schemas"]["ChurnOutcomeOut"];
            total: number;
        };
        ChurnOutcomeOut: {
            contacted: number;
            difference: components["schemas"]["EstimateOut"];
            held_out: number;
            renewed: components["schemas"]["EstimateOut"];
            renewed_held_out: components["schemas"]["EstimateOut"];
            waiting: number;
        };
        ChurnPlayOut: {
            en: string;
            id: string;
            zh: string;
        };
        ChurnReasonOut: {
            en: string;
            group: string;
            weight: number;
            zh: string;
        };
        ClauseOut: {
            en: string;
            link: string | null;
            zh: string;
        };
        CodeAgreementOut: {
            alpha: components["schemas"]["EstimateOut"];
            both: number;
            code: components["schemas"]["CodeOut"];
            kappa: components["schemas"]["EstimateOut"];
            one: number;
        };
        CodedQuoteOut: {
            code: string;
            code_id: number;
            coder: string;
            conversation: string;
            conversation_id: number;
            feedback_id: number | null;
            quotable: boolean;
            span_id: number;
            text: string;
            turn_id: number;
            who: string;
        };
        CodedSpanIn: {
            code_id: number;
            end: number;
            start: number;
            turn_id: number;
        };
        CodedSpanOut: {
            code_id: number;
            coder: string;
            end: number;
            id: number;
            start: number;
            turn_id: number;
        };
        CodeIn: {
            /** @default  */
            about: string;
            aspect?: string | null;
            colour?: number | null;
            name: string;
            sentiment?: (-1 | 0 | 1) | null;
        };
        CodeOut: {
            about: string;
            aspect: string | null;
            colour: number;
            id: number;
            name: string;
            sentiment: number | null;
            spans: number;
        };
        CodingIn: {
            done: boolean;
        };
        ColleagueOut: {
            display_name: string;
            username: string;
        };
        CollectionPlanIn: {
            goals: components["schemas"]["Goal"][];
            /** @default 1 */
            groups: number;
            /** @default 0.05 */
            margin: number;
            population?: number | null;
            /** @default 0.2 */
            response_rate: number;
            /** Format: date */
            starts_on: string;
            title: string;
            /** @default 12 */
            weeks: number;
        };
        CollectionPlanOut: {
            created_by: string;
            goals: components["schemas"]["Goal"][];
            id: number;
            progress: components["schemas"]["PlanProgressOut"][];
            /** Format: date */
            starts_on: string;
            targets: components["schemas"]["PlanTargetOut"][];
            title: string;
            weeks: number;
        };
        ColumnOut: {
            field: string | null;
            name: string;
            reason: string;
            samples: string[];
        };
        CommentIn: {
            id: string;
            kind: components["schemas"]["SubjectKind"];
            text: string;
        };
        CommentOut: {
            /** Format: date-time */
            at: string;
            author: string;
            id: number;
            mentioned: string[];
            text: string;
        };
        CommentsOut: {
            colleagues: components["schemas"]["ColleagueOut"][];
            items: components["schemas"]["CommentOut"][];
        };
        ComparedAspectOut: {
            aspect: string;
            cells: components["schemas"]["ComparedCellOut"][];
            en: string;
            link: string;
            path_en: string[];
            path_zh: string[];
            zh: string;
        };
        ComparedCellOut: {
            difference: components["schemas"]["EstimateOut"];
            link: string;
            negative: components["schemas"]["CountedOut"];
            net: components["schemas"]["EstimateOut"];
            side: string;
            standing: components["schemas"]["Standing"];
        };
        /** @enum {string} */
        ComparedMeasure: "negative" | "net";
        ComparedOut: {
            customers: number;
            en: string;
            id: string;
            link: string;
            zh: string;
        };
        ComparisonOut: {
            as_of: string | null;
            aspects: components["schemas"]["ComparedAspectOut"][];
            choices: components["schemas"]["ComparedOut"][];
            how: components["schemas"]["NameOut"];
            measure: components["schemas"]["ComparedMeasure"];
            projected_at: string | null;
            sides: components["schemas"]["ComparedOut"][];
            standardised: boolean;
            window: components["schemas"]["WindowOut"];
        };
        CompletenessOut: {
            channel: string;
            excluded: number;
            filled: {
                [key: string]: components["schemas"]["EstimateOut"];
            };
            source: string;
            voices: number;
        };
        ConcernOut: {
            aspect: string;
            en: string;
            negative: number;
            suggestions: number;
            voices: number;
            zh: string;
        };
        /** @enum {string} */
        Condition: "paused" | "failing" | "waiting" | "late" | "ok";
        ConnectorChangeIn: {
            config?: {
                [key: string]: unknown;
            } | null;
            enabled?: boolean | null;
            every_s?: number | null;
        };
        ConnectorIn: {
            channel?: components["schemas"]["Channel"] | null;
            config: {
                [key: string]: unknown;
            };
            every_s?: number | null;
            kind: string;
            name: string;
            source?: string | null;
            taxonomy?: string | null;
            /** @default  */
            terms_note: string;
        };
        ConnectorKindOut: {
            about_en: string;
            about_zh: string;
            channel: components["schemas"]["Channel"];
            config_schema: {
                [key: string]: unknown;
            };
            en: string;
            every_s: number;
            kind: string;
            /** @enum {string} */
            mode: "pull" | "push";
            zh: string;
        };
        ConnectorOut: {
            channel: components["schemas"]["Channel"];
            condition: components["schemas"]["Condition"];
            config: {
                [key: string]: unknown;
            };
            dead_letters: number;
            enabled: boolean;
            every_s: number;
            failures: number;
            freshness: components["schemas"]["FreshnessOut"];
            id: number;
            kind: string;
            last_error: string | null;
            last_run: components["schemas"]["ConnectorRunOut"] | null;
            last_run_at: string | null;
            last_success_at: string | null;
            /** @enum {string} */
            mode: "pull" | "push";
            name: string;
            next_run_at: string | null;
            push_path: string | null;
            source: string;
            taxonomy: string;
            terms_note: string;
            write_key: string | null;
        };
        ConnectorRunOut: {
            accepted: number;
            duplicates: number;
            ended_at: string | null;
            error: string | null;
            events: number;
            id: number;
            payloads: number;
            rejected: number;
            /** Format: date-time */
            started_at: string;
            /** @enum {string} */
            state: "running" | "done" | "failed" | "interrupted";
        };
        /** @enum {string} */
        Consent: "pending" | "given" | "withdrawn";
        ConsentIn: {
            allowed: boolean;
            /** @default  */
            note: string;
        };
        /** @enum {string} */
        ConsentOrigin: "record" | "decision" | "opt_out";
        ConsentOut: {
            allowed: boolean;
            customer_id: number;
            /** Format: date-time */
            decided_at: string;
            decided_by: string;
            note: string;
        };
        ConversationOut: {
            done_by: string[];
            heard: number;
            /** Format: date-time */
            held_at: string;
            id: number;
            participants: number;
            study_id: number;
            title: string;
            turns: number;
        };
        CorrectedOut: {
            assumed: boolean;
            audit: components["schemas"]["AuditMarkOut"];
            audited: number;
            check: components["schemas"]["EstimateOut"] | null;
            customers: components["schemas"]["EstimateOut"];
            negative_customers: components["schemas"]["EstimateOut"];
        };
        CostIn: {
            amount: number;
            /** Format: date */
            month: string;
            /** @default  */
            note: string;
        };
        CountedOut: {
            count: number;
            high: number | null;
            level: number;
            low: number | null;
            method: string;
            n: number;
            value: number | null;
            verdict: components["schemas"]["Verdict"];
        };
        CoverageMapOut: {
            as_of: string | null;
            by_dimension: {
                [key: string]: components["schemas"]["GroupCoverageOut"][];
            };
            channels: string[];
            crossed: components["schemas"]["GroupCoverageOut"][];
            customers: number;
            gaps: components["schemas"]["GapOut"][];
            overall: components["schemas"]["EstimateOut"];
            projected_at: string | null;
            window: components["schemas"]["WindowOut"];
        };
        CoverageOut: {
            aimless: number[];
            goals: components["schemas"]["GoalOut"][];
        };
        CreatedOut: {
            id: number;
        };
        CreatedSurveyOut: {
            id: number;
        };
        CreatedTokenOut: {
            /** Format: date-time */
            created_at: string;
            expires_at: string | null;
            hint: string;
            id: number;
            last_used_at: string | null;
            name: string;
            scopes: components["schemas"]["Scope"][];
            token: string;
        };
        CredentialsIn: {
            password: string;
            username: string;
        };
        CrisesOut: {
            items: components["schemas"]["CrisisCardOut"][];
        };
        CrisisCardOut: {
            closed_at: string | null;
            open_tasks: number;
            /** Format: date-time */
            opened_at: string;
            owner: string;
            signal_id: number;
            state: components["schemas"]["CrisisState"];
            title: string;
        };
        CrisisChangeIn: {
            owner?: string | null;
            statement?: string | null;
        };
        CrisisCloseIn: {
            review: string;
        };
        CrisisEntryIn: {
            assignee?: string | null;
            kind: components["schemas"]["EntryKind"];
            text: string;
        };
        CrisisEntryOut: {
            actor: string;
            actor_name: string;
            assignee: string | null;
            assignee_name: string | null;
            /** Format: date-time */
            at: string;
            done_at: string | null;
            id: number;
            kind: components["schemas"]["EntryKind"];
            text: string;
        };
        CrisisHourOut: {
            /** Format: date-time */
            hour: string;
            people: number;
            voices: number;
        };
        CrisisIn: {
            owner: string;
            /** @default  */
            title: string;
        };
        CrisisOut: {
            /** Format: date-time */
            as_of: string;
            cases: components["schemas"]["CaseOut"][];
            closed_at: string | null;
            entries: components["schemas"]["CrisisEntryOut"][];
            open_tasks: number;
            /** Format: date-time */
            opened_at: string;
            opened_by: string;
            opened_by_name: string;
            owner: string;
            reading: components["schemas"]["CrisisReadingOut"];
            review: string;
            signal_id: number;
            state: components["schemas"]["CrisisState"];
            statement: string;
            title: string;
            voices: components["schemas"]["VoiceOut"][];
        };
        CrisisReadingOut: {
            hours: components["schemas"]["CrisisHourOut"][];
            newest: string | null;
            people: number;
            people_day_before: number;
            people_last_day: number;
            voices: number;
        };
        /** @enum {string} */
        CrisisState: "open" | "closed";
        CrossCellOut: {
            column: string;
            customers: number;
            row: string;
            share: components["schemas"]["EstimateOut"];
        };
        CrossingOut: {
            cells: components["schemas"]["CrossCellOut"][];
            column: components["schemas"]["CrossSide"];
            columns: components["schemas"]["CrossValueOut"][];
            customers: number;
            match: components["schemas"]["MatchRateOut"];
            row: components["schemas"]["CrossSide"];
            rows: components["schemas"]["CrossValueOut"][];
            tested: components["schemas"]["CrossTestOut"] | null;
            window: components["schemas"]["WindowOut"];
        };
        /** @enum {string} */
        CrossSide: "social" | "service" | "sentiment" | "spend" | "orders" | "friction" | "segment" | "region" | "stage" | "rfm_class" | "group" | "lifetime";
        CrossTestOut: {
            method: string;
            n: number;
            p_value: number;
            strength: number;
        };
        CrossValueOut: {
            en: string;
            id: string;
            zh: string;
        };
        CustomerAccountOut: {
            crowd: boolean;
            customer: string | null;
            handles: components["schemas"]["HandleOut"][];
            id: number;
            kind: string;
            label: string;
            source: string | null;
        };
        CustomerValueOut: {
            amount: number;
            buyers: number;
            frequency: number;
            monetary: number;
            orders: number;
            recency: number;
            recency_days: number;
        };
        DayOut: {
            /** Format: date */
            day: string;
            expected: number | null;
            high: number | null;
            low: number | null;
            observed: number;
        };
        DaysOut: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
        };
        DeadLetterOut: {
            attempts: number;
            connector_id: number;
            expected: string;
            field: string;
            /** Format: date-time */
            first_at: string;
            id: number;
            /** Format: date-time */
            last_at: string;
            reason: string;
            state: components["schemas"]["LetterState"];
            text: string;
        };
        DecisionIn: {
            cost?: number | null;
            position?: number | null;
            /** @default  */
            reason: string;
        };
        DecisionOut: {
            aspect: string;
            cost: number | null;
            /** Format: date-time */
            decided_at: string;
            decided_by: string;
            position: number | null;
            reason: string;
        };
        DepartmentOut: {
            content: components["schemas"]["EstimateOut"];
            done: components["schemas"]["EstimateOut"];
            effective: components["schemas"]["EstimateOut"];
            games: components["schemas"]["GameOut"][];
            in_time: components["schemas"]["EstimateOut"];
            team: string;
        };
        /** @enum {string} */
        Dimension: "channel" | "product" | "segment" | "region" | "source" | "taxonomy" | "sentiment" | "type" | "aspect1" | "aspect2" | "week" | "month";
        /** @enum {string} */
        Direction: "up" | "down" | "flat" | "unknown";
        DominanceOut: {
            chart: {
                [key: string]: unknown;
            };
            conversation_id: number;
            evenness: number;
            gini: number;
            moderator: number;
            people: components["schemas"]["TalkOut"][];
            table: components["schemas"]["TableOut"];
            title: string;
        };
        /** @enum {string} */
        DriverKind: "must_be" | "attractive" | "one_dimensional" | "unclear";
        DriverOut: {
            aspect: string;
            customers: number;
            en: string;
            importance: components["schemas"]["EstimateOut"];
            kind: components["schemas"]["DriverKind"];
            link: string;
            penalty: components["schemas"]["EstimateOut"];
            reward: components["schemas"]["EstimateOut"];
            zh: string;
        };
        DriversOut: {
            as_of: string | null;
            caution: components["schemas"]["NameOut"];
            customers: number;
            drivers: components["schemas"]["DriverOut"][];
            outcome: components["schemas"]["Outcome"];
            projected_at: string | null;
            r_squared: components["schemas"]["EstimateOut"];
            voices: number;
            window: components["schemas"]["WindowOut"];
        };
        /** @enum {string} */
        EffectDirection: "down" | "up";
        /** @enum {string} */
        EffectMetric: "share_negative" | "negative_customers" | "customers" | "intensity" | "nps" | "rating";
        EffectOut: {
            change: components["schemas"]["EstimateOut"];
            chart: {
                [key: string]: unknown;
            };
            /** Format: date */
            done_week: string;
            /** Format: date-time */
            judged_at: string;
            placebos: components["schemas"]["PlaceboOut"][];
            promised: number | null;
            reason: components["schemas"]["EffectReason"];
            table: components["schemas"]["TableOut"];
            verdict: components["schemas"]["EffectVerdict"];
            weeks: components["schemas"]["EffectWeekOut"][];
        };
        EffectPlanOut: {
            controlled: boolean;
            customers: number | null;
            events_a_week: number;
            power: number;
            promised: number;
            /** @default false */
            shaken: boolean;
            smallest: number | null;
            weeks: number | null;
            weeks_before: number;
        };
        /** @enum {string} */
        EffectReason: "changed_as_promised" | "changed_less_than_promised" | "no_change_of_the_promised_size" | "changed_the_other_way" | "too_uncertain" | "too_few_weeks_before" | "too_few_weeks_after" | "too_few_events" | "placebo_dates_changed_too" | "metric_not_testable";
        /** @enum {string} */
        EffectUnit: "percent" | "points" | "customers";
        /** @enum {string} */
        EffectVerdict: "effective" | "not_effective" | "cannot_tell";
        EffectWeekOut: {
            control: number | null;
            events: number;
            expected: number | null;
            exposure: number;
            /** Format: date */
            week: string;
        };
        /** @enum {string} */
        EntryKind: "decision" | "task" | "note" | "statement" | "state";
        EraseIn: {
            reason: string;
        };
        ErasureOut: {
            /** Format: date-time */
            at: string;
            by: string;
            compacted_at: string | null;
            counts: {
                [key: string]: number;
            };
            id: number;
            reason: string;
        };
        EstimateOut: {
            high: number | null;
            level: number;
            low: number | null;
            method: string;
            n: number;
            value: number | null;
            verdict: components["schemas"]["Verdict"];
        };
        EvidenceOut: {
            as_of: string | null;
            fact: {
                [key: string]: unknown;
            } | null;
            filters: string;
            /** Format: date-time */
            frozen_at: string;
            plan?: components["schemas"]["EffectPlanOut"] | null;
            verbatims: components["schemas"]["VoiceSampleOut"][];
            window: components["schemas"]["DaysOut"];
        };
        EvidenceStepOut: {
            field: string;
            finding: string;
            weight: number;
        };
        ExclusionIn: {
            feedback_ids: number[];
            /** @default  */
            note: string;
            reason: string;
        };
        ExclusionOut: {
            channel: string;
            /** Format: date-time */
            excluded_at: string;
            excluded_by: string;
            feedback_id: number;
            id: number;
            note: string;
            reason: string;
            restored_at: string | null;
            restored_by: string | null;
            text: string;
        };
        ExpectedEffectIn: {
            direction: components["schemas"]["EffectDirection"];
            due_date?: string | null;
            metric: components["schemas"]["EffectMetric"];
            size: number;
            /** @default percent */
            unit: components["schemas"]["EffectUnit"];
        };
        ExpectedEffectOut: {
            direction: components["schemas"]["EffectDirection"];
            /** Format: date */
            due_date: string;
            metric: components["schemas"]["EffectMetric"];
            size: number;
            unit: components["schemas"]["EffectUnit"];
        };
        ExploredOut: {
            as_of: string | null;
            cells: components["schemas"]["ExplorerCellOut"][];
            columns: components["schemas"]["HeadOut"][];
            columns_left_out: number;
            projected_at: string | null;
            rows: components["schemas"]["HeadOut"][];
            rows_left_out: number;
            window: components["schemas"]["WindowOut"];
        };
        ExplorerCellOut: {
            column: string;
            link: string;
            negative: components["schemas"]["CountedOut"];
            row: string;
            share: components["schemas"]["CountedOut"];
        };
        FactDetailOut: {
            as_of: string | null;
            aspect: string;
            base: components["schemas"]["BaseOut"];
            by_channel: components["schemas"]["FactGroupOut"][];
            by_product: components["schemas"]["FactGroupOut"][];
            by_segment: components["schemas"]["FactGroupOut"][];
            corrected: components["schemas"]["CorrectedOut"] | null;
            customers: components["schemas"]["CountedOut"];
            en: string;
            how: components["schemas"]["NameOut"];
            intensity: components["schemas"]["EstimateOut"];
            link: string;
            messages: number;
            negative_customers: components["schemas"]["CountedOut"];
            path_en: string[];
            path_zh: string[];
            projected_at: string | null;
            share_negative: components["schemas"]["EstimateOut"];
            summary: components["schemas"]["SentenceOut"][];
            trend: components["schemas"]["TrendOut"];
            trend_chart: {
                [key: string]: unknown;
            };
            trend_table: components["schemas"]["TableOut"];
            types: components["schemas"]["FactGroupOut"][];
            verbatims: components["schemas"]["VoiceOut"][];
            window: components["schemas"]["WindowOut"];
            zh: string;
        };
        FactGroupOut: {
            customers: components["schemas"]["CountedOut"];
            difference: components["schemas"]["EstimateOut"] | null;
            en: string;
            id: string;
            link: string;
            negative_customers: components["schemas"]["CountedOut"] | null;
            share_negative: components["schemas"]["EstimateOut"] | null;
            unusual: boolean;
            zh: string;
        };
        FactOut: {
            aspect: string;
            corrected: components["schemas"]["CorrectedOut"] | null;
            customers: components["schemas"]["CountedOut"];
            en: string;
            intensity: components["schemas"]["EstimateOut"];
            link: string;
            messages: number;
            negative_customers: components["schemas"]["CountedOut"];
            path_en: string[];
            path_zh: string[];
            share_negative: components["schemas"]["EstimateOut"];
            trend: components["schemas"]["TrendOut"];
            zh: string;
        };
        FactsHealth: {
            opinions: number;
            revision: number;
            voices: number;
        };
        FactsOut: {
            as_of: string | null;
            base: components["schemas"]["BaseOut"];
            facts: components["schemas"]["FactOut"][];
            plane_chart: {
                [key: string]: unknown;
            };
            plane_table: components["schemas"]["TableOut"];
            projected_at: string | null;
            summary: components["schemas"]["SentenceOut"][];
            window: components["schemas"]["WindowOut"];
        };
        FeedbackBatchIn: {
            channel: components["schemas"]["Channel"];
            items: {
                [key: string]: unknown;
            }[];
            source: string;
            taxonomy?: string | null;
        };
        FieldOut: {
            about: string;
            en: string;
            name: string;
            required: boolean;
            zh: string;
        };
        FieldworkOut: {
            complete: number;
            completion: components["schemas"]["EstimateOut"];
            invited: number;
            mailed: number;
            median_seconds: number | null;
            partial: number;
            reminded: number;
            rr1: components["schemas"]["EstimateOut"] | null;
            rr2: components["schemas"]["EstimateOut"] | null;
            ways: {
                [key: string]: number;
            };
        };
        FiguresOut: {
            accounts: number;
            authors: number;
            contacts: number;
            crowds: number;
            customers: number;
            deterministic: number;
            linked_authors: number;
            moved: number;
            persons: number;
            probabilistic: number;
            review: number;
        };
        /** @enum {string} */
        FileKind: "csv" | "xlsx" | "sav" | "sps";
        FindingOut: {
            advice_en: string;
            advice_zh: string;
            en: string;
            end: number;
            reason_en: string;
            reason_zh: string;
            rewrite: string | null;
            rule: string;
            start: number;
            zh: string;
        };
        FindingsOut: {
            agreement: components["schemas"]["AgreementOut"];
            dominance: components["schemas"]["DominanceOut"][];
            saturation: components["schemas"]["SaturationOut"];
            themes: components["schemas"]["ThemeOut"][];
        };
        FiveVoicesOut: {
            /** Format: date */
            day: string;
            done: boolean;
            voices: components["schemas"]["VoiceOut"][];
        };
        ForecastOut: {
            buyers: number;
            covered: components["schemas"]["EstimateOut"] | null;
            kinds: string[];
            orders_foretold: number | null;
            orders_happened: number | null;
            since: string | null;
            spending_foretold: number | null;
            spending_happened: number | null;
        };
        /** @enum {string} */
        Format: "html" | "pdf" | "xlsx" | "png";
        FoundOut: {
            accounts: number;
            kind: components["schemas"]["HandleKind"];
            known_customer: boolean;
            label: string;
            person: number;
            value: string;
        };
        FreshnessOut: {
            n: number;
            newest_at: string | null;
            p50_s: number | null;
            p95_s: number | null;
        };
        FunnelStepOut: {
            before: components["schemas"]["EstimateOut"] | null;
            change: components["schemas"]["EstimateOut"] | null;
            complaining: components["schemas"]["EstimateOut"] | null;
            event: string;
            passed: components["schemas"]["EstimateOut"] | null;
            people: number;
            said: components["schemas"]["SaidOut"][];
            sessions: number;
            stumbles: components["schemas"]["StumbleOut"][];
            stumbling: components["schemas"]["EstimateOut"];
            worst: boolean;
        };
        GameOut: {
            en: string;
            id: string;
            zh: string;
        };
        GapOut: {
            channel: string | null;
            group: components["schemas"]["GroupCoverageOut"];
            invitations: number;
            people: number;
        };
        /** @enum {string} */
        Goal: "experience" | "product" | "service" | "churn" | "market" | "loyalty";
        GoalIn: {
            /** Format: date */
            due_date: string;
            figure: string;
            /** @default  */
            note: string;
            target: number;
        };
        GoalOut: {
            goal: string;
            questions: number[];
        };
        GoalReachOut: {
            created_by: string;
            /** Format: date */
            due_date: string;
            figure: components["schemas"]["HealthFigureOut"];
            id: number;
            note: string;
            reach: components["schemas"]["GoalState"];
            target: number;
        };
        /** @enum {string} */
        GoalState: "reached" | "open" | "missed" | "unknown";
        /** @enum {string} */
        Ground: "risk" | "displeased" | "asking" | "newest";
        GroupCoverageOut: {
            channels: {
                [key: string]: components["schemas"]["EstimateOut"];
            };
            customers: number;
            heard: components["schemas"]["EstimateOut"];
            missing: number;
            ratio: components["schemas"]["EstimateOut"];
            values: {
                [key: string]: string;
            };
        };
        GrowthOut: {
            change: components["schemas"]["EstimateOut"];
            /** Format: date */
            first_day: string;
            is_new: boolean;
        };
        /** @enum {string} */
        HandleKind: "customer_id" | "phone" | "email" | "openid" | "device" | "order" | "vin" | "plate" | "nickname" | "name";
        HandleOut: {
            kind: components["schemas"]["HandleKind"];
            noted: boolean;
            seen: number;
            shared_with: number;
            value: string;
        };
        HeadOut: {
            customers: number;
            en: string;
            id: string;
            zh: string;
        };
        HealthFigureOut: {
            about_en: string;
            about_zh: string;
            en: string;
            estimate: components["schemas"]["EstimateOut"];
            good: string;
            id: string;
            link: string | null;
            stage: components["schemas"]["LoopStage"];
            unit: components["schemas"]["Unit"];
            zh: string;
        };
        HealthOut: {
            facts: components["schemas"]["FactsHealth"];
            lag: number;
            ledger: components["schemas"]["LedgerHealth"];
            /**
             * @default ok
             * @constant
             */
            status: "ok";
            /** @default 0.1.0 */
            version: string;
        };
        HeardOut: {
            end: number;
            job: components["schemas"]["SlotOut"][];
            start: number;
            voice: components["schemas"]["VoiceOut"];
        };
        HelpSeekersOut: {
            customers: number;
            frequent_from: number;
            match: components["schemas"]["MatchRateOut"];
            others: number;
            problems: components["schemas"]["ProblemOut"][];
            sentence_en: string;
            sentence_zh: string;
            window: components["schemas"]["WindowOut"];
        };
        /** @enum {string} */
        How: "deterministic" | "probabilistic" | "manual";
        HTTPValidationError: {
            detail?: components["schemas"]["ValidationError"][];
        };
        IdentityChangeOut: {
            /** Format: date-time */
            at: string;
            by: string;
            id: number;
            kind: components["schemas"]["ChangeKind"];
            moves: number[][];
            reason: string;
            undone_at: string | null;
        };
        /** @enum {string} */
        ImpactOn: "rating" | "nps" | "purchase" | "loyalty";
        ImpactOut: {
            complaining: components["schemas"]["EstimateOut"];
            difference: components["schemas"]["EstimateOut"];
            lift: components["schemas"]["EstimateOut"] | null;
            on: components["schemas"]["ImpactOn"];
            others: components["schemas"]["EstimateOut"];
            significant: boolean;
            unit: string;
        };
        ImpactsOut: {
            as_of: string | null;
            how: components["schemas"]["NameOut"];
            impacts: components["schemas"]["ImpactOut"][];
            projected_at: string | null;
            window: components["schemas"]["WindowOut"];
        };
        ImportIn: {
            channel: components["schemas"]["Channel"];
            defaults?: {
                [key: string]: unknown;
            };
            /** @default false */
            dry_run: boolean;
            layout?: components["schemas"]["Layout"] | null;
            mapping: {
                [key: string]: string;
            };
            source: string;
            taxonomy?: string | null;
            upload_id: string;
        };
        ImportOut: {
            accepted: number;
            channel: string;
            /** Format: date-time */
            created_at: string;
            dry_run: boolean;
            duplicates: number;
            ended_at: string | null;
            error: string | null;
            eta_s: number | null;
            file_name: string;
            id: number;
            rate: number | null;
            rejected: number;
            rejects_url: string | null;
            rows: number;
            source: string;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed";
        };
        InsightCostOut: {
            amount: number;
            effective: number;
            insights: number;
            months: number;
            per_effective: number | null;
            per_insight: number | null;
        };
        IntakeOut: {
            accepted: number;
            duplicates: number;
            rejected: components["schemas"]["RejectedOut"][];
        };
        InvitationsIn: {
            /** @default false */
            also_bounced: boolean;
            /** @default zh */
            language: string;
            people: components["schemas"]["InviteeIn"][];
            /** @default 3 */
            remind_every_days: number;
            /** @default 0 */
            reminders: number;
            /** @default false */
            send: boolean;
        };
        InvitedOut: {
            bounce?: string | null;
            mailed: boolean;
            person: string;
            reason: string | null;
            unsent?: ("no_address" | "bounced") | null;
            url: string | null;
        };
        InviteeIn: {
            address?: string | null;
            name?: string | null;
            person: string;
            region?: string | null;
            segment?: string | null;
        };
        JourneyOut: {
            as_of: string | null;
            events: string[];
            how: components["schemas"]["NameOut"];
            projected_at: string | null;
            properties: string[];
            property: string | null;
            splits: components["schemas"]["SplitOut"][];
            steps: components["schemas"]["FunnelStepOut"][];
            truncated: boolean;
            window: components["schemas"]["WindowOut"];
        };
        JudgementIn: {
            aspect: string;
            sentiment: number;
        };
        JudgementOut: {
            aspect: string;
            sentiment: number;
        };
        /** @enum {string} */
        KanoClass: "A" | "O" | "M" | "I" | "R" | "Q";
        /** @enum {string} */
        Kind: "complaints" | "volume" | "mood" | "term";
        KpiOut: {
            change: components["schemas"]["ChangeOut"] | null;
            en: string;
            estimate: components["schemas"]["EstimateOut"];
            id: string;
            link: string;
            previous: components["schemas"]["EstimateOut"] | null;
            unit: string;
            zh: string;
        };
        LabelIn: {
            marks?: string[] | null;
            opinions: components["schemas"]["JudgementIn"][];
        };
        LabelSuggestionOut: {
            confidence: number;
            decided_by: string | null;
            end: number;
            feedback_id: number;
            id: number;
            /** Format: date-time */
            judged_at: string;
            machine: components["schemas"]["SuggestionPlaceOut"];
            model: string;
            quote_end: number;
            quote_start: number;
            start: number;
            state: components["schemas"]["SecondOpinionState"];
            suggested: components["schemas"]["SuggestionPlaceOut"];
            text: string;
        };
        LabelSuggestionsOut: {
            items: components["schemas"]["LabelSuggestionOut"][];
            total: number;
        };
        /** @enum {string} */
        Language: "zh" | "en";
        LanguageModelOut: {
            accepted: number;
            agreed: components["schemas"]["EstimateOut"];
            daily_tokens: number;
            dropped: number;
            hard_cases: number;
            judged_today: number;
            model: string | null;
            names_topics: boolean;
            on: boolean;
            open: number;
            rejected: number;
            same: components["schemas"]["EstimateOut"];
            spent_today: number;
        };
        LaunchAspectOut: {
            aspect: string;
            difference: components["schemas"]["EstimateOut"];
            early: boolean;
            en: string;
            link: string;
            needed: number | null;
            net: components["schemas"]["EstimateOut"];
            rival: components["schemas"]["EstimateOut"];
            side: components["schemas"]["LaunchStanding"];
            zh: string;
        };
        LaunchesOut: {
            items: components["schemas"]["LaunchOut"][];
            suggestions: components["schemas"]["SuggestionOut"][];
        };
        LaunchIn: {
            name: string;
            product?: string | null;
            /** @default [] */
            rivals: string[];
            /** Format: date-time */
            starts_at: string;
            /** @default [] */
            terms: string[];
        };
        LaunchOut: {
            closed_at: string | null;
            /** Format: date-time */
            created_at: string;
            created_by: string;
            id: number;
            name: string;
            product: string | null;
            rivals: string[];
            /** Format: date-time */
            starts_at: string;
            terms: string[];
        };
        LaunchReportOut: {
            chart: {
                [key: string]: unknown;
            };
            chart_table: components["schemas"]["TableOut"];
            event: components["schemas"]["LaunchOut"];
            hours: number;
            net: components["schemas"]["EstimateOut"];
            people: {
                [key: string]: number;
            };
            rivalries: components["schemas"]["RivalryOut"][];
            samples: components["schemas"]["LaunchVoiceOut"][];
            summary: components["schemas"]["SentenceOut"][];
            /** Format: date-time */
            until: string;
            user_share: components["schemas"]["EstimateOut"];
            voices: number;
        };
        /** @enum {string} */
        LaunchSpeaker: "user" | "onlooker" | "promotion" | "duplicate";
        /** @enum {string} */
        LaunchStanding: "better" | "worse" | "alike" | "insufficient";
        LaunchVoiceOut: {
            feedback_id: number;
            /** Format: date-time */
            occurred_at: string;
            role: components["schemas"]["LaunchSpeaker"];
            text: string;
        };
        /** @enum {string} */
        Layout: "rows" | "tickets" | "answers";
        LearntOut: {
            customers: number;
            en: string;
            number: number;
            share: components["schemas"]["EstimateOut"];
            traits: components["schemas"]["TraitOut"][];
            zh: string;
        };
        LedgerHealth: {
            excluded: number;
            feedback: number;
            revision: number;
        };
        LegOut: {
            en: string;
            estimate: components["schemas"]["EstimateOut"];
            id: string;
            zh: string;
        };
        /** @enum {string} */
        LetterState: "waiting" | "replayed" | "dropped";
        /** @enum {string} */
        Level: "1" | "2" | "3";
        LifetimeOut: {
            alive: number;
            kinds: string[];
            orders: number;
            value: components["schemas"]["EstimateOut"];
        };
        LimitsOut: {
            /** @default [] */
            channel: string[];
            /** @default [] */
            product: string[];
            /** @default [] */
            region: string[];
        };
        LinkOut: {
            decided_by: string | null;
            explanation: components["schemas"]["EvidenceStepOut"][];
            how: components["schemas"]["How"];
            id: number;
            one: number;
            other: number;
            probability: number;
            state: components["schemas"]["LinkState"];
            weight: number;
        };
        LinkQuestionOut: {
            link: components["schemas"]["LinkOut"];
            one: components["schemas"]["CustomerAccountOut"];
            one_person: number;
            other: components["schemas"]["CustomerAccountOut"];
            other_person: number;
            voices: number;
        };
        /** @enum {string} */
        LinkState: "linked" | "review" | "rejected";
        LintedQuestionOut: {
            findings: components["schemas"]["FindingOut"][];
            options: number;
            place: string;
            start: number | null;
            text: string;
        };
        LintIn: {
            form?: ("text" | "csv" | "surveyjs") | null;
            goals?: string[];
            text: string;
        };
        LintOut: {
            clean: number;
            coverage: components["schemas"]["CoverageOut"] | null;
            findings: number;
            questions: components["schemas"]["LintedQuestionOut"][];
        };
        LiveVoiceOut: {
            aspects: string[];
            aspects_en: string[];
            aspects_zh: string[];
            channel: string;
            id: number;
            occurred_at: string | null;
            product: string | null;
            received_at: string | null;
            sentiment: number | null;
            source: string;
            text: string;
        };
        LoggedByOut: {
            username: string;
            voices: number;
        };
        /** @enum {string} */
        LoopStage: "collect" | "analyse" | "understand" | "act";
        LoudComplaintOut: {
            aspect: string;
            customers: components["schemas"]["CountedOut"];
            en: string;
            intensity: components["schemas"]["EstimateOut"];
            link: string;
            messages: number;
            per_customer: components["schemas"]["EstimateOut"];
            term: string;
            zh: string;
        };
        MarginCategoryOut: {
            by: string;
            count: number;
            sample: number;
            target: number;
            value: string;
        };
        MatchRateOut: {
            caveat_en: string;
            caveat_zh: string;
            share: components["schemas"]["EstimateOut"];
        };
        MaturityCheckOut: {
            answers: {
                [key: string]: number;
            };
            /** Format: date-time */
            checked_at: string;
            checked_by: string;
            id: number;
            note: string;
        };
        MaturityIn: {
            answers: {
                [key: string]: number;
            };
            /** @default  */
            note: string;
        };
        MaturityOut: {
            items: components["schemas"]["MaturityCheckOut"][];
            questions: components["schemas"]["MaturityQuestionOut"][];
        };
        MaturityQuestionOut: {
            en: string;
            high_en: string;
            high_zh: string;
            id: string;
            low_en: string;
            low_zh: string;
            zh: string;
        };
        /** @enum {string} */
        Measure: "share" | "negative";
        MergeIn: {
            other: number;
            /** @default  */
            reason: string;
        };
        MetaOut: {
            analyser: string;
            channels: components["schemas"]["ChoiceOut"][];
            default_window: components["schemas"]["WindowOut"] | null;
            demo: boolean;
            extent: components["schemas"]["WindowOut"] | null;
            minimum_n: number;
            products: string[];
            regions: string[];
            segments: string[];
            sources: components["schemas"]["SourceOut"][];
            summaries: boolean;
            taxonomies: components["schemas"]["TaxonomyOut"][];
            timezone: string;
            types: components["schemas"]["ChoiceOut"][];
            version: string;
        };
        /** @enum {string} */
        Metric: "nps" | "csat" | "ces";
        /** @enum {string} */
        MomentKind: "voice" | "purchase" | "visit" | "survey" | "case" | "told";
        MomentOut: {
            amount: number | null;
            /** Format: date-time */
            at: string;
            channel: string | null;
            detail: string;
            kind: components["schemas"]["MomentKind"];
            ref: number | null;
            sentiment: number | null;
            title: string;
        };
        MonthOut: {
            month: string;
            negative: number;
            positive: number;
            voices: number;
        };
        /** @enum {string} */
        Move: "leaving" | "came" | "considering";
        NameOut: {
            en: string;
            zh: string;
        };
        NeedOut: {
            aspect: string | null;
            confidence: number;
            end: number;
            kind: string;
            start: number;
        };
        NewsOut: {
            quiet: boolean;
            sentences: components["schemas"]["SentenceOut"][];
            /** Format: date-time */
            since: string;
        };
        NodeOut: {
            en: string;
            id: string;
            level: number;
            parent: string | null;
            zh: string;
        };
        /** @enum {string} */
        NoticeKind: "mention" | "late" | "reopened" | "task";
        NoticeOut: {
            actor: string;
            actor_name: string;
            /** Format: date-time */
            at: string;
            id: number;
            kind: components["schemas"]["NoticeKind"];
            link: string;
            read: boolean;
            subject: components["schemas"]["SubjectKind"];
            subject_id: string;
            text: string;
        };
        NoticesOut: {
            items: components["schemas"]["NoticeOut"][];
            unread: number;
        };
        NotificationOut: {
            address: string;
            attempts: number;
            /** Format: date-time */
            created_at: string;
            delivery_id: string;
            event: string;
            id: number;
            kind: components["schemas"]["TargetKind"];
            last_error: string | null;
            next_attempt_at: string | null;
            sent_at: string | null;
            state: components["schemas"]["NotificationState"];
            subject: string;
        };
        NotificationsOut: {
            counts: {
                [key: string]: number;
            };
            items: components["schemas"]["NotificationOut"][];
        };
        /** @enum {string} */
        NotificationState: "queued" | "sent" | "dead";
        OpinionOut: {
            aspect: string;
            confidence: number;
            en: string;
            end: number;
            intensity: number;
            judged_by?: string | null;
            path_zh: string[];
            polarity: number;
            sentiment: number;
            start: number;
            term: string | null;
            term_end: number | null;
            term_start: number | null;
            type: string;
            zh: string;
        };
        OpportunitiesOut: {
            as_of: string | null;
            formula: components["schemas"]["NameOut"];
            items: components["schemas"]["OpportunityOut"][];
            projected_at: string | null;
            taken: components["schemas"]["ProgressOut"][];
            window: components["schemas"]["WindowOut"];
        };
        OpportunityChangeIn: {
            action_id?: number | null;
            expected_value?: number | null;
            /** @default  */
            note: string;
            owner?: string | null;
            realised_value?: number | null;
            stage?: components["schemas"]["OpportunityStage"] | null;
        };
        OpportunityDetailOut: {
            as_of: string | null;
            formula: components["schemas"]["NameOut"];
            heard: components["schemas"]["HeardOut"][];
            item: components["schemas"]["OpportunityOut"] | null;
            progress: components["schemas"]["ProgressOut"] | null;
            projected_at: string | null;
            window: components["schemas"]["WindowOut"];
        };
        /** @enum {string} */
        OpportunityKind: "wish" | "unmet_need" | "workaround" | "effort" | "surprising_use" | "praise";
        OpportunityOut: {
            aspect: string | null;
            customers: components["schemas"]["CountedOut"];
            en: string;
            growth: components["schemas"]["GrowthOut"];
            kano: components["schemas"]["DriverKind"];
            key: string;
            kind: components["schemas"]["OpportunityKind"];
            link: string;
            messages: number;
            owner: string | null;
            phrase: string;
            products: components["schemas"]["TalliedOut"][];
            quotes: string[];
            score: components["schemas"]["ScoreOut"];
            stage: components["schemas"]["OpportunityStage"];
            taxonomy: string;
            value: components["schemas"]["OpportunityValueOut"];
            variants: components["schemas"]["TalliedOut"][];
            zh: string;
        };
        /** @enum {string} */
        OpportunityStage: "found" | "judged" | "planned" | "shipped" | "realised" | "dismissed";
        OpportunityStepOut: {
            /** Format: date-time */
            at: string;
            by: string;
            note: string;
            stage: components["schemas"]["OpportunityStage"];
        };
        OpportunityValueOut: {
            known: number;
            per_customer: components["schemas"]["EstimateOut"];
            total: number;
        };
        OriginOut: {
            customers: number;
            name: string;
        };
        /** @enum {string} */
        Outcome: "rating" | "nps";
        OutcomeOut: {
            difference: components["schemas"]["EstimateOut"];
            en: string;
            held_out: components["schemas"]["EstimateOut"];
            id: string;
            told: components["schemas"]["EstimateOut"];
            zh: string;
        };
        OutreachIn: {
            /** @default 0.2 */
            hold_out: number;
            /** @default 20 */
            limit: number;
            owner: string;
            /** @default  */
            team: string;
            /** @default 0.4 */
            threshold: number;
        };
        OutreachOut: {
            cases: number[];
            contacted: number;
            held_out: number;
        };
        OverviewOut: {
            actions: components["schemas"]["ActionCountsOut"];
            alerts: components["schemas"]["AlertNoteOut"][];
            as_of: string | null;
            channels: components["schemas"]["ChannelRowOut"][];
            headline: components["schemas"]["SentenceOut"][];
            kpis: components["schemas"]["KpiOut"][];
            projected_at: string | null;
            sentiment_chart: {
                [key: string]: unknown;
            };
            sentiment_table: components["schemas"]["TableOut"];
            top_issues: components["schemas"]["FactOut"][];
            volume_chart: {
                [key: string]: unknown;
            };
            volume_table: components["schemas"]["TableOut"];
            window: components["schemas"]["WindowOut"];
        };
        PageOut: {
            body: components["schemas"]["SentenceOut"][];
            chart: {
                [key: string]: unknown;
            } | null;
            chart_table: components["schemas"]["TableOut"] | null;
            eyebrow: string;
            key: string;
            note: string;
            quotes: components["schemas"]["ReportQuoteOut"][];
            table: components["schemas"]["TableOut"] | null;
            title: components["schemas"]["SentenceOut"];
        };
        ParticipationOut: {
            logged: number;
            readers: number;
            taking_part: components["schemas"]["EstimateOut"];
            writers: components["schemas"]["LoggedByOut"][];
        };
        PasswordIn: {
            new: string;
            old: string;
        };
        PerformanceOut: {
            as_of: string | null;
            aspects: components["schemas"]["PlacedOut"][];
            chart: {
                [key: string]: unknown;
            };
            customers: number;
            how: components["schemas"]["NameOut"];
            outcome: components["schemas"]["Outcome"];
            projected_at: string | null;
            r_squared: components["schemas"]["EstimateOut"];
            table: components["schemas"]["TableOut"];
            window: components["schemas"]["WindowOut"];
        };
        PersonOut: {
            external_id: string;
            id: number;
            name: string | null;
            region: string | null;
            segment: string | null;
        };
        PersonRiskOut: {
            /** Format: date */
            due: string;
            high: number;
            low: number;
            risk: number;
        };
        PersonSaidOut: {
            en: string;
            zh: string;
        };
        PictureIn: {
            /** @default 440 */
            height: number;
            /** @default  */
            note: string;
            option: {
                [key: string]: unknown;
            };
            /** @default  */
            title: string;
            /** @default 1080 */
            width: number;
        };
        PlaceboOut: {
            change: components["schemas"]["EstimateOut"];
            found: boolean;
            /** Format: date */
            week: string;
        };
        PlacedOut: {
            aspect: string;
            en: string;
            importance: components["schemas"]["EstimateOut"];
            link: string;
            performance: components["schemas"]["EstimateOut"];
            quadrant: components["schemas"]["Quadrant"];
            sure: boolean;
            zh: string;
        };
        PlanGoalOut: {
            en: string;
            id: components["schemas"]["Goal"];
            zh: string;
        };
        PlanIn: {
            aspect?: string | null;
            due_date?: string | null;
            expected_effect: components["schemas"]["PlannedEffectIn"];
            filters?: {
                [key: string]: string | number | (string | number)[] | null;
            };
        };
        PlannedEffectIn: {
            direction: components["schemas"]["EffectDirection"];
            metric: components["schemas"]["EffectMetric"];
            size: number;
            /** @default percent */
            unit: components["schemas"]["EffectUnit"];
        };
        PlannedOut: {
            due_date: string | null;
            enough: boolean;
            plan: components["schemas"]["EffectPlanOut"] | null;
            text_en: string;
            text_zh: string;
        };
        PlanProgressOut: {
            behind: number;
            channel: components["schemas"]["Channel"];
            heard: number;
            planned: number | null;
            weeks: components["schemas"]["PlanWeekOut"][];
        };
        PlanRuleOut: {
            channel: components["schemas"]["Channel"];
            en: string;
            goal: components["schemas"]["Goal"];
            metric: string;
            sizing: components["schemas"]["Sizing"];
            zh: string;
        };
        PlanRulesOut: {
            customers: number;
            goals: components["schemas"]["PlanGoalOut"][];
            rules: components["schemas"]["PlanRuleOut"][];
        };
        PlanTargetOut: {
            channel: components["schemas"]["Channel"];
            en: string;
            goal: components["schemas"]["Goal"];
            invitations: number;
            margin: number | null;
            metric: string;
            people: number;
            zh: string;
        };
        PlanWeekOut: {
            heard: number;
            heard_by_then: number;
            planned_by_then: number | null;
            /** Format: date */
            week: string;
        };
        PointOut: {
            point: string;
            quotes: components["schemas"]["QuoteOut"][];
        };
        PortraitOut: {
            accounts: components["schemas"]["CustomerAccountOut"][];
            behaviour: {
                [key: string]: number;
            };
            changes: components["schemas"]["IdentityChangeOut"][];
            concerns: components["schemas"]["ConcernOut"][];
            consents: {
                [key: string]: boolean;
            };
            contacted_at: string | null;
            first_at: string | null;
            headline: components["schemas"]["PersonSaidOut"][];
            id: number;
            label: string;
            last_at: string | null;
            lifetime: components["schemas"]["LifetimeOut"] | null;
            links: components["schemas"]["LinkOut"][];
            masked: boolean;
            months: components["schemas"]["MonthOut"][];
            purposes: components["schemas"]["PurposeOut"][];
            region: string | null;
            risk: components["schemas"]["PersonRiskOut"] | null;
            segment: string | null;
            standing: components["schemas"]["ProfileStandingOut"];
            timeline: components["schemas"]["MomentOut"][];
            value: components["schemas"]["CustomerValueOut"] | null;
            voices: number;
            wants: components["schemas"]["WantOut"][];
        };
        PreviewOut: {
            channel: components["schemas"]["Channel"];
            columns: components["schemas"]["ColumnOut"][];
            encoding: string | null;
            fields: components["schemas"]["FieldOut"][];
            file_name: string;
            format: string;
            layout: components["schemas"]["Layout"];
            rows_estimate: number;
            sample: {
                [key: string]: unknown;
            }[];
            upload_id: string;
        };
        PrioritiesOut: {
            as_of: string | null;
            base: components["schemas"]["BaseOut"];
            fierce_intensity: number | null;
            formula: components["schemas"]["NameOut"];
            loud: components["schemas"]["FactOut"][];
            mild_intensity: number | null;
            projected_at: string | null;
            quiet: components["schemas"]["FactOut"][];
            ranking: components["schemas"]["RankedOut"][];
            repeated: components["schemas"]["LoudComplaintOut"][];
            severity_weight: number;
            typical_share: number | null;
            window: components["schemas"]["WindowOut"];
        };
        ProblemOut: {
            aspect: string;
            by_contact: components["schemas"]["EstimateOut"];
            by_contact_others: components["schemas"]["EstimateOut"];
            customers: number;
            difference: components["schemas"]["EstimateOut"];
            en: string;
            path_zh: string[];
            share: components["schemas"]["EstimateOut"];
            significant: boolean;
            zh: string;
        };
        ProfileStandingOut: {
            group: number | null;
            group_en: string | null;
            group_zh: string | null;
            rfm_class: components["schemas"]["RfmClass"] | null;
            rfm_en: string | null;
            rfm_zh: string | null;
            stability: components["schemas"]["EstimateOut"] | null;
            stage: components["schemas"]["Stage"];
            stage_en: string;
            stage_zh: string;
        };
        ProgrammeOut: {
            as_of: string | null;
            closing_chart: {
                [key: string]: unknown;
            };
            closing_table: components["schemas"]["TableOut"];
            coverage_chart: {
                [key: string]: unknown;
            };
            coverage_table: components["schemas"]["TableOut"];
            figures: components["schemas"]["HealthFigureOut"][];
            legs: components["schemas"]["LegOut"][];
            projected_at: string | null;
            segments: components["schemas"]["SegmentCoverageOut"][];
            sentences: components["schemas"]["SentenceOut"][];
            ways: components["schemas"]["WayOut"][];
            window: components["schemas"]["WindowOut"];
        };
        ProgressOut: {
            action_id: number | null;
            en: string;
            expected_value: number | null;
            frozen: {
                [key: string]: unknown;
            };
            key: string;
            owner: string | null;
            realised_value: number | null;
            stage: components["schemas"]["OpportunityStage"];
            steps: components["schemas"]["OpportunityStepOut"][];
            updated_at: string | null;
            updated_by: string | null;
            zh: string;
        };
        ProposalIn: {
            goals: components["schemas"]["Goal"][];
            /** @default 1 */
            groups: number;
            /** @default 0.05 */
            margin: number;
            population?: number | null;
            /** @default 0.2 */
            response_rate: number;
        };
        PublicSurveyOut: {
            definition: {
                [key: string]: unknown;
            };
            open: boolean;
            title: string;
        };
        PurposeOut: {
            allowed: boolean;
            at: string | null;
            origin: components["schemas"]["ConsentOrigin"];
            purpose: string;
        };
        /** @enum {string} */
        Quadrant: "concentrate" | "keep" | "low" | "overkill";
        QualityDecidedOut: {
            voices: number;
        };
        QualityDecisionIn: {
            cluster: string;
            leave_out: boolean;
            rule: components["schemas"]["Rule"];
        };
        QualityOut: {
            excluded: components["schemas"]["EstimateOut"];
            reasons: {
                [key: string]: number;
            };
            rules: components["schemas"]["RuleCountOut"][];
            scanned_at: string | null;
            sources: components["schemas"]["CompletenessOut"][];
            voices: number;
        };
        QueueOut: {
            items: components["schemas"]["LinkQuestionOut"][];
            pressing: number;
            total: number;
        };
        QuotedOut: {
            /** Format: date */
            day: string;
            end: number;
            feedback_id: number;
            start: number;
            words: string;
        };
        QuoteOut: {
            feedback_id: number;
            quote: string;
        };
        RaisersOut: {
            by_channel: {
                [key: string]: number;
            };
            customers: number;
            draft_en: string;
            draft_zh: string;
            with_consent: number;
        };
        RankedOut: {
            fact: components["schemas"]["FactOut"];
            has_action: boolean;
            p_top: number;
            rank: number;
            score: number;
        };
        ReasonIn: {
            /** @default  */
            reason: string;
        };
        ReasonOut: {
            aspect: string;
            customers: components["schemas"]["CountedOut"];
            en: string;
            zh: string;
        };
        ReceiptOut: {
            answers: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            state: "partial" | "complete";
        };
        RecipientOut: {
            channel: string;
            customer_id: number;
            feedback_id: number;
            has_address: boolean;
            language: string;
            sent_at: string | null;
            sent_by: string | null;
            state: components["schemas"]["RecipientState"];
        };
        RecipientsOut: {
            items: components["schemas"]["RecipientOut"][];
        };
        /** @enum {string} */
        RecipientState: "ready" | "sent" | "held_out" | "no_consent" | "capped";
        RejectedOut: {
            expected: string;
            field: string;
            reason: string;
            row: number;
        };
        RenewalOut: {
            share: number | null;
            started_at: string | null;
            state: string;
            voices: number;
        };
        RepliedOut: {
            address: string | null;
            mailed: boolean;
        };
        ReplyIn: {
            text: string;
        };
        ReportIn: {
            filters?: {
                [key: string]: string | number | (string | number)[] | null;
            };
            /** @default zh */
            language: components["schemas"]["Language"];
            name: string;
            schedule?: components["schemas"]["ScheduleIn"];
            targets?: components["schemas"]["TargetIn"][];
            /** @default  */
            team: string;
        };
        ReportOut: {
            as_of: string | null;
            language: components["schemas"]["Language"];
            /** Format: date-time */
            made_at: string;
            name: string;
            pages: components["schemas"]["PageOut"][];
            scope: string;
            window: components["schemas"]["WindowOut"];
        };
        ReportQuoteOut: {
            day: string;
            source: string;
            text: string;
        };
        ReputationOut: {
            change: components["schemas"]["EstimateOut"];
            index: components["schemas"]["EstimateOut"];
            net: components["schemas"]["EstimateOut"];
            rating: components["schemas"]["EstimateOut"];
            side: components["schemas"]["ComparedOut"];
            voice: components["schemas"]["EstimateOut"];
        };
        ReputationsOut: {
            as_of: string | null;
            choices: components["schemas"]["ComparedOut"][];
            formula: components["schemas"]["NameOut"];
            groups: components["schemas"]["ReputationOut"][];
            projected_at: string | null;
            weights: number[];
            window: components["schemas"]["WindowOut"];
        };
        RestoreIn: {
            feedback_ids: number[];
            reason?: string | null;
        };
        ResultsOut: {
            divisions: string[];
            fieldwork: components["schemas"]["FieldworkOut"];
            questions: components["schemas"]["SurveyQuestionOut"][];
            responses: number;
            source: string;
            weighting: components["schemas"]["WeightingOut"] | null;
        };
        ReviewOut: {
            figures: components["schemas"]["HealthFigureOut"][];
            id: number;
            /** Format: date */
            period_end: string;
            /** Format: date */
            period_start: string;
            sentences: components["schemas"]["SentenceOut"][];
            /** Format: date-time */
            written_at: string;
            written_by: string;
        };
        ReviewsOut: {
            items: components["schemas"]["ReviewOut"][];
        };
        /** @enum {string} */
        RfmClass: "champion" | "develop" | "keep" | "win_back" | "general" | "general_develop" | "general_keep" | "general_win_back";
        RisingOut: {
            aspect: string;
            customers: number;
            en: string;
            expected: number;
            high: number;
            link: string;
            low: number;
            unusual: boolean;
            zh: string;
        };
        RiskOut: {
            customer_id: number;
            /** Format: date */
            due: string;
            high: number;
            label: string;
            low: number;
            person: number;
            play: components["schemas"]["ChurnPlayOut"];
            reasons: components["schemas"]["ChurnReasonOut"][];
            region: string | null;
            risk: number;
            segment: string | null;
            value: number;
        };
        RivalOut: {
            behind: components["schemas"]["EstimateOut"];
            customers: components["schemas"]["CountedOut"];
            leaving: components["schemas"]["CountedOut"];
            link: string;
            name: string;
            reasons: components["schemas"]["ReasonOut"][];
            standings: components["schemas"]["StandingOut"][];
        };
        RivalryOut: {
            aspects: components["schemas"]["LaunchAspectOut"][];
            people: number;
            rival: string;
        };
        RivalsOut: {
            as_of: string | null;
            items: components["schemas"]["RivalOut"][];
            projected_at: string | null;
            window: components["schemas"]["WindowOut"];
        };
        RoadmapOut: {
            as_of: string | null;
            budget: number | null;
            formula: components["schemas"]["NameOut"];
            projected_at: string | null;
            reached: components["schemas"]["EstimateOut"] | null;
            severity_weight: number;
            steps: components["schemas"]["RoadmapStepOut"][];
            unhappy: number;
            window: components["schemas"]["WindowOut"];
        };
        RoadmapStepOut: {
            best: number;
            covered: components["schemas"]["EstimateOut"];
            decision: components["schemas"]["DecisionOut"] | null;
            place: number;
            ranked: components["schemas"]["RankedOut"];
            spent: number | null;
            within_budget: boolean | null;
            worst: number;
        };
        /** @enum {string} */
        Role: "viewer" | "agent" | "analyst" | "admin";
        /** @enum {string} */
        Rule: "near_duplicate" | "burst" | "bot" | "promotion" | "speeder" | "straight_lining";
        RuleChangeIn: {
            basis?: components["schemas"]["AlertBasis"] | null;
            cooldown_hours?: number | null;
            enabled?: boolean | null;
            escalate_hours?: number | null;
            escalate_team?: string | null;
            filters?: {
                [key: string]: string | number | (string | number)[] | null;
            } | null;
            metric?: components["schemas"]["AlertMetric"] | null;
            name?: string | null;
            quiet_hours?: string | null;
            targets?: components["schemas"]["TargetIn"][] | null;
            team?: string | null;
            threshold?: number | null;
            window_hours?: number | null;
        };
        RuleCountOut: {
            excluded: number;
            open: number;
            rule: components["schemas"]["Rule"];
        };
        RuleIn: {
            /** @default threshold */
            basis: components["schemas"]["AlertBasis"];
            /** @default 24 */
            cooldown_hours: number;
            /** @default true */
            enabled: boolean;
            /** @default 0 */
            escalate_hours: number;
            /** @default  */
            escalate_team: string;
            filters?: {
                [key: string]: string | number | (string | number)[] | null;
            };
            metric: components["schemas"]["AlertMetric"];
            name: string;
            /** @default  */
            quiet_hours: string;
            targets?: components["schemas"]["TargetIn"][];
            /** @default  */
            team: string;
            threshold: number;
            /** @default 24 */
            window_hours: number;
        };
        RuleOut: {
            basis: components["schemas"]["AlertBasis"];
            cooldown_hours: number;
            /** Format: date-time */
            created_at: string;
            created_by: string;
            enabled: boolean;
            escalate_hours: number;
            escalate_team: string;
            filters: {
                [key: string]: unknown;
            };
            id: number;
            last_fired_at: string | null;
            metric: components["schemas"]["AlertMetric"];
            name: string;
            precision: components["schemas"]["EstimateOut"] | null;
            quiet_hours: string;
            targets: components["schemas"]["TargetOut"][];
            team: string;
            threshold: number;
            /** Format: date-time */
            updated_at: string;
            window_hours: number;
        };
        RulesOut: {
            items: components["schemas"]["RuleOut"][];
        };
        RuleTrialOut: {
            baseline: components["schemas"]["BaselineOut"] | null;
            cooling_down: boolean;
            estimate: components["schemas"]["EstimateOut"];
            notified: number;
            threshold: number;
            verbatims: components["schemas"]["VoiceSampleOut"][];
            window: components["schemas"]["SpanOut"];
            would_fire: boolean;
        };
        SaidOut: {
            aspect: string;
            difference: components["schemas"]["EstimateOut"];
            en: string;
            link: string;
            others: components["schemas"]["EstimateOut"];
            stumbling: components["schemas"]["EstimateOut"];
            zh: string;
        };
        SamplePlanOut: {
            answers: number;
            invitations: number;
        };
        SaturationOut: {
            base: number;
            chart: {
                [key: string]: unknown;
            };
            conversations: string[];
            new: string[][];
            ratios: number[];
            reached: number | null;
            run: number;
            table: components["schemas"]["TableOut"];
            threshold: number;
            total: number[];
        };
        SavedReportOut: {
            /** Format: date-time */
            created_at: string;
            created_by: string;
            filters: {
                [key: string]: unknown;
            };
            id: number;
            language: components["schemas"]["Language"];
            last_run_at: string | null;
            name: string;
            next_run_at: string | null;
            schedule: components["schemas"]["ScheduleIn"];
            targets: components["schemas"]["TargetOut"][];
            team: string;
            /** Format: date-time */
            updated_at: string;
        };
        SavedReportsOut: {
            items: components["schemas"]["SavedReportOut"][];
        };
        ScheduleIn: {
            /** @default never */
            cadence: components["schemas"]["Cadence"];
            /** @default 8 */
            hour: number;
            /** @default 1 */
            weekday: number;
        };
        /** @enum {string} */
        Scope: "read" | "write" | "admin";
        ScoreOut: {
            importance: number;
            satisfaction: number | null;
            score: components["schemas"]["EstimateOut"];
        };
        SearchOut: {
            figures: components["schemas"]["FiguresOut"] | null;
            items: components["schemas"]["FoundOut"][];
            resolved_at: string | null;
        };
        /** @enum {string} */
        SecondOpinionState: "open" | "accepted" | "rejected" | "dropped";
        SegmentCoverageOut: {
            heard: components["schemas"]["EstimateOut"];
            segment: string;
        };
        SegmentsOut: {
            classes: components["schemas"]["SizeOut"][];
            customers: number;
            forecast: components["schemas"]["ForecastOut"] | null;
            learnt: components["schemas"]["LearntOut"][];
            made_at: string | null;
            stability: components["schemas"]["EstimateOut"] | null;
            stages: components["schemas"]["SizeOut"][];
            tried: components["schemas"]["TriedOut"][];
        };
        SentenceOut: {
            clauses: components["schemas"]["ClauseOut"][];
            link: string | null;
            text_en: string;
            text_zh: string;
        };
        SentIn: {
            customer_ids: number[];
        };
        SentOut: {
            targets: number;
        };
        SetupIn: {
            /** @default  */
            display_name: string;
            password: string;
            /** @default  */
            setup_code: string;
            username: string;
        };
        SharedIssueOut: {
            fact: components["schemas"]["FactOut"];
            opinions: components["schemas"]["OpinionOut"][];
            reach: components["schemas"]["AnecdoteReach"];
            typical: number | null;
            verdict: components["schemas"]["SentenceOut"];
        };
        ShareIn: {
            /** @default 14 */
            days: number;
        };
        ShareOfPeopleOut: {
            people: number;
            value: string;
        };
        ShareOut: {
            /** Format: date-time */
            created_at: string;
            created_by: string;
            /** Format: date-time */
            expires_at: string;
            id: number;
            last_opened_at: string | null;
            opened: number;
            path?: string | null;
            revoked_at: string | null;
            token?: string | null;
        };
        SharesOut: {
            items: components["schemas"]["ShareOut"][];
        };
        /** @enum {string} */
        Side: "product" | "segment" | "region" | "channel" | "source";
        SignalChangeIn: {
            merged_into?: number | null;
            note?: string | null;
            owner?: string | null;
            snoozed_until?: string | null;
            state?: components["schemas"]["SignalState"] | null;
            useful?: boolean | null;
        };
        SignalDetailOut: {
            as_of: string | null;
            causes: components["schemas"]["CauseOut"][];
            chart: {
                [key: string]: unknown;
            };
            origin: components["schemas"]["VoiceOut"][];
            signal: components["schemas"]["SignalOut"];
            table: {
                [key: string]: unknown;
            };
            verbatims: components["schemas"]["VoiceOut"][];
            who: {
                [key: string]: components["schemas"]["ShareOfPeopleOut"][];
            };
        };
        SignalOut: {
            active: boolean;
            adjusted_p: number;
            also: string[];
            aspect: string | null;
            cause: components["schemas"]["CauseOut"] | null;
            channel: string | null;
            crisis: number;
            crisis_parts: {
                [key: string]: number;
            };
            days: components["schemas"]["DayOut"][];
            en: string;
            expected: number;
            /** Format: date-time */
            first_seen_at: string;
            high: number;
            id: number;
            kind: components["schemas"]["Kind"];
            /** Format: date-time */
            last_seen_at: string;
            link: string;
            low: number;
            merged_into: number | null;
            note: string;
            observed: number;
            owner: string | null;
            people: number;
            product: string | null;
            ratio: number;
            /** Format: date-time */
            since: string;
            snoozed_until: string | null;
            state: components["schemas"]["SignalState"];
            term: string | null;
            /** Format: date-time */
            updated_at: string;
            updated_by: string | null;
            useful: boolean | null;
            voices: number;
            /** Format: date-time */
            window_from: string;
            /** Format: date-time */
            window_to: string;
            zh: string;
        };
        SignalsOut: {
            as_of: string | null;
            items: components["schemas"]["SignalOut"][];
            precision: components["schemas"]["EstimateOut"];
            projected_at: string | null;
        };
        /** @enum {string} */
        SignalState: "open" | "acknowledged" | "snoozed" | "closed" | "merged";
        SizeOut: {
            customers: number;
            en: string;
            id: string;
            share: components["schemas"]["EstimateOut"];
            zh: string;
        };
        /** @enum {string} */
        Sizing: "share" | "score" | "saturation" | "census";
        /** @enum {string} */
        Slot: "situation" | "progress" | "so_that" | "obstacle" | "workaround";
        SlotOut: {
            end: number;
            slot: components["schemas"]["Slot"];
            start: number;
            words: string;
        };
        SomebodyOut: {
            at: string | null;
            channel: string | null;
            label: string;
            person: number;
            text: string | null;
            why_en: string;
            why_zh: string;
        };
        /** @enum {string} */
        Sort: "customers" | "negative_customers" | "share_negative" | "intensity" | "trend";
        SourceFreshnessOut: {
            delay_p50_s: number;
            delay_p95_s: number;
            /** Format: date-time */
            last_at: string;
            source: string;
            stale: boolean;
            voices: number;
        };
        SourceOut: {
            channel: string;
            id: number;
            last_at: string | null;
            name: string;
            taxonomy: string;
            terms_note: string;
            voices: number;
        };
        SourceRowOut: {
            channel: components["schemas"]["Channel"];
            id: number;
            last_at: string | null;
            last_received_at: string | null;
            name: string;
            taxonomy: string;
            terms_note: string;
            voices: number;
        };
        SpanOut: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
        };
        SpeakerChangeIn: {
            consent?: components["schemas"]["Consent"] | null;
            person?: string | null;
            quotable?: boolean | null;
            role?: components["schemas"]["SpeakerRole"] | null;
        };
        SpeakerOut: {
            consent: components["schemas"]["Consent"];
            decided_at: string | null;
            decided_by: string | null;
            id: number;
            label: string;
            person: string | null;
            quotable: boolean;
            role: components["schemas"]["SpeakerRole"];
        };
        /** @enum {string} */
        SpeakerRole: "moderator" | "participant";
        SplitOut: {
            difference: components["schemas"]["EstimateOut"];
            passed: components["schemas"]["EstimateOut"];
            sessions: number;
            step: string;
            unusual: boolean;
            value: string;
        };
        /** @enum {string} */
        Stage: "prospect" | "new" | "active" | "dormant" | "lost";
        /** @enum {string} */
        Stance: "strength" | "weakness" | "mixed" | "insufficient";
        /** @enum {string} */
        Standing: "better" | "worse" | "alike" | "insufficient";
        StandingOut: {
            aspect: string;
            behind: components["schemas"]["EstimateOut"];
            customers: number;
            en: string;
            evidence: components["schemas"]["QuotedOut"][];
            zh: string;
        };
        SteeringOut: {
            as_of: string | null;
            cost: components["schemas"]["InsightCostOut"];
            departments: components["schemas"]["DepartmentOut"][];
            figures: components["schemas"]["HealthFigureOut"][];
            goals: components["schemas"]["GoalReachOut"][];
            participation: components["schemas"]["ParticipationOut"];
            projected_at: string | null;
            window: components["schemas"]["WindowOut"];
        };
        StrengthOut: {
            aspect: string;
            en: string;
            link: string;
            mentions: components["schemas"]["CountedOut"];
            net: components["schemas"]["EstimateOut"];
            path_en: string[];
            path_zh: string[];
            stance: components["schemas"]["Stance"];
            zh: string;
        };
        StrengthsOut: {
            as_of: string | null;
            aspects: components["schemas"]["StrengthOut"][];
            base: components["schemas"]["BaseOut"];
            chart: {
                [key: string]: unknown;
            };
            how: components["schemas"]["NameOut"];
            projected_at: string | null;
            table: components["schemas"]["TableOut"];
            window: components["schemas"]["WindowOut"];
        };
        StudyChangeIn: {
            goals?: string[] | null;
            guide?: string | null;
        };
        StudyIn: {
            goals?: string[];
            /** @default  */
            guide: string;
            kind: components["schemas"]["StudyKind"];
            taxonomy?: string | null;
            title: string;
        };
        /** @enum {string} */
        StudyKind: "interview" | "focus_group";
        StudyOut: {
            conversations: components["schemas"]["ConversationOut"][];
            /** Format: date-time */
            created_at: string;
            created_by: string;
            goals: string[];
            guide: string;
            heard: number;
            id: number;
            kind: components["schemas"]["StudyKind"];
            participants: number;
            source: string;
            taxonomy: string;
            title: string;
        };
        StumbleOut: {
            event: string;
            sessions: number;
            share: components["schemas"]["EstimateOut"];
        };
        /** @enum {string} */
        SubjectKind: "fact" | "action" | "case" | "signal";
        SuggestionDecisionIn: {
            /** @enum {string} */
            state: "accepted" | "rejected" | "open";
        };
        SuggestionOut: {
            people: number;
            product: string | null;
            signal_id: number | null;
            /** Format: date-time */
            starts_at: string;
            terms: string[];
            voices: number;
        };
        SuggestionPlaceOut: {
            aspect: string;
            en: string;
            sentiment: number;
            zh: string;
        };
        SuggestionsAskedOut: {
            asked: number;
            believed: number;
        };
        SummaryOut: {
            as_of: string | null;
            dropped: number;
            model: string;
            points: components["schemas"]["PointOut"][];
            projected_at: string | null;
            total: number;
            voices: number;
            window: components["schemas"]["WindowOut"];
        };
        SurveyCellOut: {
            count: number;
            direction: number;
            q: number | null;
            share: components["schemas"]["EstimateOut"];
        };
        SurveyChangeIn: {
            anonymous?: boolean | null;
            definition?: {
                [key: string]: unknown;
            } | null;
            quota?: number | null;
            recontact_days?: number | null;
            state?: components["schemas"]["SurveyState"] | null;
        };
        SurveyCrossingOut: {
            by: string;
            groups: components["schemas"]["SurveyGroupOut"][];
            tables: components["schemas"]["SurveyCrossTableOut"][];
            title: string;
        };
        SurveyCrossRowOut: {
            cells: components["schemas"]["SurveyCellOut"][];
            text: string;
            value: string;
        };
        SurveyCrossTableOut: {
            kind: string;
            name: string;
            rows: components["schemas"]["SurveyCrossRowOut"][];
            scores: components["schemas"]["EstimateOut"][];
            test: components["schemas"]["TableTestOut"] | null;
            title: string;
        };
        SurveyGroupOut: {
            n: number;
            text: string;
            value: string;
        };
        SurveyIn: {
            /** @default false */
            anonymous: boolean;
            definition: {
                [key: string]: unknown;
            };
            quota?: number | null;
            /** @default 30 */
            recontact_days: number;
            taxonomy?: string | null;
        };
        SurveyItemOut: {
            answered: number;
            best: number;
            kano: components["schemas"]["SurveyKanoOut"] | null;
            mean: components["schemas"]["EstimateOut"] | null;
            options: components["schemas"]["SurveyOptionOut"][];
            score: components["schemas"]["EstimateOut"] | null;
            share: components["schemas"]["EstimateOut"] | null;
            text: string;
            value: string;
            worst: number;
        };
        SurveyKanoOut: {
            better: components["schemas"]["EstimateOut"];
            counts: {
                [key: string]: number;
            };
            leading: components["schemas"]["KanoClass"] | null;
            p_value: number;
            shares: {
                [key: string]: components["schemas"]["EstimateOut"];
            };
            worse: components["schemas"]["EstimateOut"];
        };
        SurveyOptionOut: {
            count: number;
            share: components["schemas"]["EstimateOut"];
            text: string;
            value: string;
        };
        SurveyOut: {
            anonymous: boolean;
            complete: number;
            /** Format: date-time */
            created_at: string;
            definition: {
                [key: string]: unknown;
            };
            embed: string;
            id: number;
            languages: string[];
            partial: number;
            questions: number;
            quota: number | null;
            recontact_days: number;
            slug: string;
            standing: boolean;
            state: components["schemas"]["SurveyState"];
            title: string;
            url: string;
        };
        SurveyQuestionOut: {
            answered: number;
            items: components["schemas"]["SurveyItemOut"][];
            kind: string;
            metric: string | null;
            name: string;
            options: components["schemas"]["SurveyOptionOut"][];
            score: components["schemas"]["EstimateOut"] | null;
            title: string;
        };
        /** @enum {string} */
        SurveyState: "draft" | "open" | "closed";
        SuspectClusterOut: {
            en: string;
            excluded: number;
            kept: number;
            name: string;
            open: number;
            rule: components["schemas"]["Rule"];
            score: number;
            suspects: components["schemas"]["SuspectOut"][];
            zh: string;
        };
        SuspectOut: {
            author: string | null;
            channel: string;
            decided_by: string | null;
            decision: string | null;
            en: string;
            feedback_id: number;
            /** Format: date-time */
            occurred_at: string;
            score: number;
            source: string;
            text: string;
            zh: string;
        };
        SwitchingOut: {
            customers: components["schemas"]["CountedOut"];
            link: string | null;
            move: components["schemas"]["Move"];
            origins: components["schemas"]["OriginOut"][];
            reasons: components["schemas"]["SwitchReasonOut"][];
            taxonomy: string;
        };
        SwitchingsOut: {
            as_of: string | null;
            items: components["schemas"]["SwitchingOut"][];
            projected_at: string | null;
            window: components["schemas"]["WindowOut"];
        };
        SwitchReasonOut: {
            aspect: string;
            customers: components["schemas"]["CountedOut"];
            difference: components["schemas"]["EstimateOut"];
            en: string;
            evidence: components["schemas"]["QuotedOut"][];
            link: string;
            others: components["schemas"]["EstimateOut"];
            stands_out: boolean;
            zh: string;
        };
        /** @enum {string} */
        TableFileKind: "csv" | "xlsx" | "png";
        TableOut: {
            columns: string[];
            rows: (string | number | null)[][];
        };
        TableTestOut: {
            method: string;
            n: number;
            p: number | null;
            q: number | null;
            strength: number | null;
        };
        TalkOut: {
            characters: number;
            is_dominant: boolean;
            label: string;
            share: components["schemas"]["EstimateOut"];
            turns: number;
        };
        TalliedOut: {
            customers: number;
            name: string;
        };
        TargetIn: {
            address: string;
            kind: components["schemas"]["TargetKind"];
            secret?: string | null;
        };
        /** @enum {string} */
        TargetKind: "webhook" | "email" | "dingtalk" | "feishu" | "wecom" | "slack";
        TargetOut: {
            address: string;
            has_secret: boolean;
            kind: components["schemas"]["TargetKind"];
        };
        TaxonomyDetailOut: {
            aspects: number;
            edited: boolean;
            en: string;
            name: string;
            nodes: components["schemas"]["AspectNodeOut"][];
            packaged: string | null;
            version: string;
            zh: string;
        };
        TaxonomyDocumentIn: {
            document: string;
        };
        TaxonomyOut: {
            en: string;
            name: string;
            nodes: components["schemas"]["NodeOut"][];
            version: string;
            zh: string;
        };
        TaxonomyRestoreIn: {
            version_id: number;
        };
        TaxonomySavedOut: {
            aspect: string;
            moved: {
                [key: string]: string;
            };
            version: string;
        };
        TaxonomySummaryOut: {
            aspects: number;
            edited: boolean;
            en: string;
            name: string;
            packaged: string | null;
            version: string;
            zh: string;
        };
        TaxonomyVersionOut: {
            aspects: number;
            change: {
                [key: string]: unknown;
            };
            created_at: string | null;
            created_by: string;
            id: number;
            version: string;
        };
        TeamTargetIn: {
            address: string;
            kind: components["schemas"]["TargetKind"];
            secret?: string | null;
            team: string;
        };
        TeamTargetOut: {
            address: string;
            /** Format: date-time */
            created_at: string;
            created_by: string;
            has_secret: boolean;
            id: number;
            kind: components["schemas"]["TargetKind"];
            team: string;
        };
        TeamTargetsOut: {
            items: components["schemas"]["TeamTargetOut"][];
        };
        TellingIn: {
            /** @default 2 */
            contact_cap: number;
            /** @default  */
            en: string;
            /** @default 0.2 */
            holdout: number;
            zh: string;
        };
        TellingOut: {
            action_id: number;
            contact_cap: number;
            counts: {
                [key: string]: number;
            };
            /** Format: date-time */
            created_at: string;
            created_by: string;
            holdout: number;
            id: number;
            messages: {
                [key: string]: string;
            };
            outcomes: components["schemas"]["OutcomeOut"][];
        };
        TemplateOut: {
            definition: {
                [key: string]: unknown;
            };
            en: string;
            id: string;
            zh: string;
        };
        ThemeOut: {
            code: components["schemas"]["CodeOut"];
            conversations: number;
            participants: number;
            share: components["schemas"]["EstimateOut"];
        };
        TokenIn: {
            expires_at?: string | null;
            name: string;
            scopes?: components["schemas"]["Scope"][];
        };
        TokenOut: {
            /** Format: date-time */
            created_at: string;
            expires_at: string | null;
            hint: string;
            id: number;
            last_used_at: string | null;
            name: string;
            scopes: components["schemas"]["Scope"][];
        };
        TokensOut: {
            items: components["schemas"]["TokenOut"][];
        };
        ToldOut: {
            told: number;
        };
        TopicAcceptedOut: {
            aspect: string;
            moved: {
                [key: string]: string;
            };
            version: string;
        };
        TopicAcceptIn: {
            /** @default  */
            en: string;
            parent?: string | null;
            seeds?: string[] | null;
            zh?: string | null;
        };
        TopicOut: {
            aspect: string | null;
            clauses: number;
            coherence: number;
            customers: components["schemas"]["EstimateOut"];
            /** Format: date-time */
            first_seen_at: string;
            fresh: boolean;
            id: number;
            /** Format: date-time */
            last_seen_at: string;
            name: string;
            named_by: string | null;
            negative: components["schemas"]["EstimateOut"];
            people: number;
            quotes: components["schemas"]["TopicQuoteOut"][];
            standing: components["schemas"]["TopicStandingOut"];
            state: components["schemas"]["TopicState"];
            words: string[];
        };
        TopicPatch: {
            name?: string | null;
            state?: components["schemas"]["TopicState"] | null;
        };
        TopicQuoteOut: {
            end: number;
            feedback_id: number;
            start: number;
            text: string;
        };
        TopicRunOut: {
            days: number;
            population: number;
            /** Format: date-time */
            ran_at: string;
            seconds: number;
            unassigned: components["schemas"]["EstimateOut"];
            uncovered: components["schemas"]["EstimateOut"];
            unexplained: components["schemas"]["EstimateOut"];
            voices: number;
        };
        TopicRushOut: {
            customers: number;
            expected: number;
            /** Format: date */
            since: string;
            times: number;
        };
        TopicsOut: {
            run: components["schemas"]["TopicRunOut"] | null;
            taxonomy: string;
            topics: components["schemas"]["TopicOut"][];
        };
        TopicStandingOut: {
            rush: components["schemas"]["TopicRushOut"] | null;
            stands_out: boolean;
            worse: components["schemas"]["EstimateOut"] | null;
        };
        /** @enum {string} */
        TopicState: "open" | "accepted" | "dismissed";
        TraitOut: {
            apart: number;
            en: string;
            mean: components["schemas"]["EstimateOut"];
            name: string;
            side: string;
            zh: string;
        };
        TranscriptOut: {
            coder: string;
            conversation: components["schemas"]["ConversationOut"];
            done: boolean;
            mine: boolean;
            spans: components["schemas"]["CodedSpanOut"][];
            speakers: components["schemas"]["SpeakerOut"][];
            study: string;
            taxonomy: string;
            turns: components["schemas"]["TurnOut"][];
        };
        TrendOut: {
            adjusted_p_value: number | null;
            change: components["schemas"]["EstimateOut"];
            direction: components["schemas"]["Direction"];
            p_value: number | null;
            weeks: components["schemas"]["WeekOut"][];
        };
        TrialIn: {
            taxonomy?: string | null;
            texts: string[];
        };
        TrialOut: {
            analyser: string;
            results: components["schemas"]["AnalysedOut"][];
            taxonomy: string;
        };
        TriedOpinionOut: {
            aspect: string;
            confidence: number;
            en: string;
            end: number;
            intensity: number;
            polarity: number;
            sentiment: number;
            start: number;
            term: string | null;
            term_end: number | null;
            term_start: number | null;
            type: string;
            zh: string;
        };
        TriedOut: {
            segments: number;
            stability: components["schemas"]["EstimateOut"];
        };
        TurnOut: {
            at_s: number | null;
            id: number;
            position: number;
            speaker_id: number;
            text: string;
            units: components["schemas"]["UnitOut"][];
        };
        /** @enum {string} */
        Unit: "share" | "days" | "hours" | "ratio";
        UnitOut: {
            end: number;
            start: number;
        };
        UserChangeIn: {
            display_name?: string | null;
            enabled?: boolean | null;
            limits?: components["schemas"]["LimitsOut"] | null;
            password?: string | null;
            role?: components["schemas"]["Role"] | null;
        };
        UserIn: {
            /** @default  */
            display_name: string;
            /**
             * @default {
             *       "product": [],
             *       "region": [],
             *       "channel": []
             *     }
             */
            limits: components["schemas"]["LimitsOut"];
            password: string;
            role: components["schemas"]["Role"];
            username: string;
        };
        UserOut: {
            display_name: string;
            id: number;
            role: components["schemas"]["Role"];
            username: string;
        };
        UsersOut: {
            items: components["schemas"]["AccountOut"][];
        };
        ValidationError: {
            ctx?: Record<string, never>;
            input?: unknown;
            loc: (string | number)[];
            msg: string;
            type: string;
        };
        /** @enum {string} */
        Verdict: "ok" | "insufficient";
        VerdictIn: {
            same: boolean;
        };
        ViewChangeIn: {
            name?: string | null;
            query?: string | null;
            shared?: boolean | null;
        };
        ViewIn: {
            name: string;
            page: string;
            /** @default  */
            query: string;
            /** @default false */
            shared: boolean;
        };
        ViewOut: {
            /** Format: date-time */
            created_at: string;
            id: number;
            mine: boolean;
            name: string;
            owner: string;
            page: string;
            query: string;
            shared: boolean;
            /** Format: date-time */
            updated_at: string;
        };
        VoiceOut: {
            author: string | null;
            channel: string;
            customer: components["schemas"]["PersonOut"] | null;
            emotion: string | null;
            id: number;
            intents: string[];
            language: string;
            needs: components["schemas"]["NeedOut"][];
            /** Format: date-time */
            occurred_at: string;
            opinions: components["schemas"]["OpinionOut"][];
            product: string | null;
            rating: number | null;
            rating_scale: number | null;
            /** Format: date-time */
            received_at: string;
            sentiment: number | null;
            source: string;
            text: string;
            types: string[];
            url: string | null;
        };
        VoicePageOut: {
            as_of: string | null;
            items: components["schemas"]["VoiceOut"][];
            next: string | null;
            projected_at: string | null;
            total: number;
            window: components["schemas"]["WindowOut"];
        };
        VoiceSampleOut: {
            channel: string;
            id: number;
            /** Format: date-time */
            occurred_at: string;
            product: string | null;
            source: string;
            text: string;
        };
        WallChannelOut: {
            channel: string;
            en: string;
            link: string;
            negative: components["schemas"]["EstimateOut"];
            voices: number;
            zh: string;
        };
        WallOut: {
            as_of: string | null;
            channels: components["schemas"]["WallChannelOut"][];
            projected_at: string | null;
            rising: components["schemas"]["RisingOut"][];
            sources: components["schemas"]["SourceFreshnessOut"][];
            voices: number;
            volume: {
                [key: string]: unknown;
            };
            volume_table: components["schemas"]["TableOut"];
            window: components["schemas"]["WindowOut"];
        };
        WantOut: {
            aspect: string | null;
            /** Format: date */
            day: string;
            en: string | null;
            kind: string;
            ref: number;
            words: string;
            zh: string | null;
        };
        WatchOut: {
            days: number | null;
            ground: components["schemas"]["Ground"];
            people: components["schemas"]["SomebodyOut"][];
            total: number;
        };
        WayOut: {
            action_id: number;
            /** Format: date */
            decided: string;
            done: string | null;
            judged: string | null;
            signal: string | null;
            title: string;
        };
        WeekOut: {
            base: number;
            customers: number;
            negative: number;
            /** Format: date */
            week: string;
        };
        WeightingOut: {
            categories: components["schemas"]["MarginCategoryOut"][];
            converged: boolean;
            design_effect: number;
            effective_n: number;
            largest: number;
            left_out: number;
            unheard: components["schemas"]["MarginCategoryOut"][];
        };
        WindowOut: {
            /** Format: date */
            from: string;
            /** Format: date */
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardOut"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionDetailOut"];
                };
            };
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
            query?: {
                lang?: components["schemas"]["Language"];
            };
            header?: never;
            path: {
                action_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionDetailOut"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionDetailOut"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    get_raisers_api_v1_actions__action_id__raisers_get: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RaisersOut"];
                };
            };
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
    get_telling_api_v1_actions__action_id__telling_get: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TellingOut"];
                };
            };
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
    post_telling_api_v1_actions__action_id__telling_post: {
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
                "application/json": components["schemas"]["TellingIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TellingOut"];
                };
            };
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
    get_recipients_api_v1_actions__action_id__telling_recipients_get: {
        parameters: {
            query?: {
                state?: components["schemas"]["RecipientState"][] | null;
            };
            header?: never;
            path: {
                action_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecipientsOut"];
                };
            };
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
    post_send_api_v1_actions__action_id__telling_send_post: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToldOut"];
                };
            };
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
    post_sent_api_v1_actions__action_id__telling_sent_post: {
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
                "application/json": components["schemas"]["SentIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToldOut"];
                };
            };
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
    post_plan_api_v1_actions_plan_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannedOut"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleOut"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleOut"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleTrialOut"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertsOut"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertOut"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertOut"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialOut"];
                };
            };
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
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnecdoteOut"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLogOut"];
                };
            };
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
    get_audits_api_v1_audits_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditOut"][];
                };
            };
        };
    };
    post_audit_api_v1_audits_post: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditOut"];
                };
            };
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
    get_audit_api_v1_audits__audit_id__get: {
        parameters: {
            query?: {
                level?: components["schemas"]["Level"];
            };
            header?: never;
            path: {
                audit_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditReportOut"];
                };
            };
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
    put_label_api_v1_audits__audit_id__labels__feedback_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                audit_id: number;
                feedback_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerOut"];
                };
            };
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
    get_next_api_v1_audits__audit_id__next_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                audit_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardOut"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthStateOut"];
                };
            };
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
    get_callback_api_v1_auth_oidc_callback_get: {
        parameters: {
            query?: {
                code?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    get_start_api_v1_auth_oidc_start_get: {
        parameters: {
            query?: {
                next?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthStateOut"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthStateOut"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedTokenOut"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    get_cases_api_v1_cases_get: {
        parameters: {
            query?: {
                customer_id?: number | null;
                late?: boolean;
                limit?: number;
                owner?: string | null;
                state?: components["schemas"]["CaseState"][] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasesOut"];
                };
            };
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
    post_case_api_v1_cases_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDetailOut"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    get_case_api_v1_cases__case_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDetailOut"];
                };
            };
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
    patch_case_api_v1_cases__case_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseChangeIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDetailOut"];
                };
            };
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
    post_reply_api_v1_cases__case_id__reply_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepliedOut"];
                };
            };
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
    draw_api_v1_charts_picture_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PictureIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    get_comments_api_v1_comments_get: {
        parameters: {
            query: {
                about: string;
                kind: components["schemas"]["SubjectKind"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentsOut"];
                };
            };
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
    post_comment_api_v1_comments_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentOut"];
                };
            };
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
    get_comparison_api_v1_compare_get: {
        parameters: {
            query?: {
                aspect?: string[];
                by?: components["schemas"]["Side"];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                level?: components["schemas"]["Level"];
                measure?: components["schemas"]["ComparedMeasure"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                side?: string[];
                source?: string[];
                standardise?: boolean;
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonOut"];
                };
            };
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
    get_comparison_file_api_v1_compare_file_get: {
        parameters: {
            query?: {
                aspect?: string[];
                by?: components["schemas"]["Side"];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                kind?: components["schemas"]["TableFileKind"];
                lang?: components["schemas"]["Language"];
                level?: components["schemas"]["Level"];
                measure?: components["schemas"]["ComparedMeasure"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                side?: string[];
                source?: string[];
                standardise?: boolean;
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    get_connector_kinds_api_v1_connector_kinds_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectorKindOut"][];
                };
            };
        };
    };
    get_connectors_api_v1_connectors_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectorOut"][];
                };
            };
        };
    };
    post_connector_api_v1_connectors_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectorIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectorOut"];
                };
            };
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
    delete_connector_api_v1_connectors__connector_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connector_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    patch_connector_api_v1_connectors__connector_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connector_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectorChangeIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectorOut"];
                };
            };
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
    get_connector_runs_api_v1_connectors__connector_id__runs_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connector_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectorRunOut"][];
                };
            };
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
    get_coverage_api_v1_coverage_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageMapOut"];
                };
            };
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
    get_crises_api_v1_crises_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrisesOut"];
                };
            };
        };
    };
    get_crisis_api_v1_crises__signal_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signal_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrisisOut"];
                };
            };
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
    post_crisis_api_v1_crises__signal_id__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signal_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrisisIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrisisOut"];
                };
            };
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
    patch_crisis_api_v1_crises__signal_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signal_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrisisChangeIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrisisOut"];
                };
            };
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
    post_close_api_v1_crises__signal_id__close_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signal_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrisisCloseIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrisisOut"];
                };
            };
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
    post_entry_api_v1_crises__signal_id__entries_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signal_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrisisEntryIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrisisOut"];
                };
            };
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
    post_done_api_v1_crises__signal_id__tasks__entry_id__done_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: number;
                signal_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrisisOut"];
                };
            };
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
    get_customers_api_v1_customers_get: {
        parameters: {
            query?: {
                limit?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchOut"];
                };
            };
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
    put_consent_api_v1_customers__customer_id__consent_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentOut"];
                };
            };
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
    get_customer_api_v1_customers__person__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortraitOut"];
                };
            };
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
    get_dossier_api_v1_customers__person__dossier_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
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
    post_erase_api_v1_customers__person__erase_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EraseIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureOut"];
                };
            };
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
    post_merge_api_v1_customers__person__merge_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOut"];
                };
            };
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
    post_separate_api_v1_customers_accounts__account__separate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOut"];
                };
            };
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
    get_attention_api_v1_customers_attention_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttentionOut"];
                };
            };
        };
    };
    get_changes_api_v1_customers_changes_get: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityChangeOut"][];
                };
            };
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
    post_undo_api_v1_customers_changes__change__undo_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    get_churn_api_v1_customers_churn_get: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChurnOut"];
                };
            };
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
    post_outreach_api_v1_customers_churn_outreach_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutreachIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutreachOut"];
                };
            };
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
    post_compact_api_v1_customers_compact_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_cross_api_v1_customers_cross_get: {
        parameters: {
            query: {
                aspect?: string[];
                channel?: string[];
                column: components["schemas"]["CrossSide"];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                row: components["schemas"]["CrossSide"];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrossingOut"];
                };
            };
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
    get_cross_file_api_v1_customers_cross_file_get: {
        parameters: {
            query: {
                aspect?: string[];
                channel?: string[];
                column: components["schemas"]["CrossSide"];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                kind?: components["schemas"]["TableFileKind"];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                row: components["schemas"]["CrossSide"];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    get_erasures_api_v1_customers_erasures_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureOut"][];
                };
            };
        };
    };
    get_buying_power_api_v1_customers_reports_buying_power_get: {
        parameters: {
            query?: {
                active_from?: number;
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuyingPowerOut"];
                };
            };
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
    get_help_seekers_api_v1_customers_reports_help_seekers_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                frequent_from?: number;
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelpSeekersOut"];
                };
            };
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
    post_resolve_api_v1_customers_resolve_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiguresOut"];
                };
            };
        };
    };
    get_review_api_v1_customers_review_get: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueOut"];
                };
            };
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
    post_verdict_api_v1_customers_review__link__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerdictIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOut"];
                };
            };
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
    get_segments_api_v1_customers_segments_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentsOut"];
                };
            };
        };
    };
    get_dead_letters_api_v1_dead_letters_get: {
        parameters: {
            query?: {
                connector?: number | null;
                limit?: number;
                state?: components["schemas"]["LetterState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterOut"][];
                };
            };
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
    drop_dead_letter_api_v1_dead_letters__letter_id__drop_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterOut"];
                };
            };
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
    replay_dead_letter_api_v1_dead_letters__letter_id__replay_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArrivalOut"];
                };
            };
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
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                level?: components["schemas"]["Level"];
                need?: string[];
                outcome?: components["schemas"]["Outcome"];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriversOut"];
                };
            };
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
    get_exclusions_api_v1_exclusions_get: {
        parameters: {
            query?: {
                active?: boolean | null;
                feedback_id?: number | null;
                limit?: number;
                reason?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExclusionOut"][];
                };
            };
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
    post_exclusions_api_v1_exclusions_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExclusionIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityDecidedOut"];
                };
            };
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
    post_restore_api_v1_exclusions_restore_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityDecidedOut"];
                };
            };
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
    get_experience_api_v1_experience_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                split_by?: string | null;
                step?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyOut"];
                };
            };
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
    get_crossing_api_v1_explore_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                columns?: components["schemas"]["Dimension"];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                rows?: components["schemas"]["Dimension"];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExploredOut"];
                };
            };
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
    get_crossing_file_api_v1_explore_file_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                columns?: components["schemas"]["Dimension"];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                kind?: components["schemas"]["TableFileKind"];
                lang?: components["schemas"]["Language"];
                measure?: components["schemas"]["Measure"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                rows?: components["schemas"]["Dimension"];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                level?: components["schemas"]["Level"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                sort?: components["schemas"]["Sort"];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactsOut"];
                };
            };
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
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path: {
                aspect: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactDetailOut"];
                };
            };
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
    get_impact_api_v1_facts__aspect__impact_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path: {
                aspect: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImpactsOut"];
                };
            };
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
    get_facts_file_api_v1_facts_file_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                kind?: components["schemas"]["TableFileKind"];
                lang?: components["schemas"]["Language"];
                level?: components["schemas"]["Level"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                sort?: components["schemas"]["Sort"];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeOut"];
                };
            };
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeOut"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoiceOut"];
                };
            };
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
    post_hook_api_v1_hooks__key__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArrivalOut"];
                };
            };
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
    get_imports_api_v1_imports_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedOut"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            query?: {
                layout?: components["schemas"]["Layout"] | null;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
                };
            };
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
    put_code_api_v1_interviews_codes__code_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeOut"];
                };
            };
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
    delete_code_api_v1_interviews_codes__code_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    get_transcript_api_v1_interviews_conversations__conversation_id__get: {
        parameters: {
            query?: {
                coder?: string | null;
            };
            header?: never;
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TranscriptOut"];
                };
            };
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
    put_coding_api_v1_interviews_conversations__conversation_id__coding_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodingIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationOut"];
                };
            };
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
    post_span_api_v1_interviews_spans_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodedSpanIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodedSpanOut"];
                };
            };
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
    delete_span_api_v1_interviews_spans__span_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                span_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    patch_speaker_api_v1_interviews_speakers__speaker_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                speaker_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpeakerChangeIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpeakerOut"];
                };
            };
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
    get_studies_api_v1_interviews_studies_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudyOut"][];
                };
            };
        };
    };
    post_study_api_v1_interviews_studies_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StudyIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudyOut"];
                };
            };
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
    get_study_api_v1_interviews_studies__study_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                study_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudyOut"];
                };
            };
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
    patch_study_api_v1_interviews_studies__study_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                study_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StudyChangeIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudyOut"];
                };
            };
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
    get_codes_api_v1_interviews_studies__study_id__codes_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                study_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeOut"][];
                };
            };
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
    post_code_api_v1_interviews_studies__study_id__codes_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                study_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeOut"];
                };
            };
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
    post_conversation_api_v1_interviews_studies__study_id__conversations_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                study_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_post_conversation_api_v1_interviews_studies__study_id__conversations_post"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationOut"];
                };
            };
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
    get_findings_api_v1_interviews_studies__study_id__findings_get: {
        parameters: {
            query?: {
                language?: components["schemas"]["Language"];
            };
            header?: never;
            path: {
                study_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingsOut"];
                };
            };
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
    get_quotes_api_v1_interviews_studies__study_id__quotes_get: {
        parameters: {
            query?: {
                code?: number | null;
                quotable?: boolean;
            };
            header?: never;
            path: {
                study_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodedQuoteOut"][];
                };
            };
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
    get_quotes_csv_api_v1_interviews_studies__study_id__quotes_csv_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                study_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    get_language_model_api_v1_language_model_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LanguageModelOut"];
                };
            };
        };
    };
    get_launches_api_v1_launches_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LaunchesOut"];
                };
            };
        };
    };
    post_launch_api_v1_launches_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LaunchIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LaunchOut"];
                };
            };
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
    get_launch_api_v1_launches__event_id__get: {
        parameters: {
            query?: {
                hours?: number | null;
            };
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LaunchReportOut"];
                };
            };
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
    post_close_api_v1_launches__event_id__close_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LaunchOut"];
                };
            };
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
    get_launch_file_api_v1_launches__event_id__file_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                hours?: number | null;
                intent?: string[];
                kind?: components["schemas"]["TableFileKind"];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    get_launch_report_api_v1_launches__event_id__report_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                format?: components["schemas"]["Format"];
                from?: string | null;
                hours?: number | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveVoiceOut"][];
                };
            };
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
    get_wall_api_v1_live_wall_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WallOut"];
                };
            };
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
    get_notices_api_v1_notices_get: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticesOut"];
                };
            };
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
    post_read_api_v1_notices_read_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationsOut"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationOut"];
                };
            };
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
    get_opportunities_api_v1_opportunities_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                kind?: components["schemas"]["OpportunityKind"][] | null;
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                stage?: components["schemas"]["OpportunityStage"][] | null;
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpportunitiesOut"];
                };
            };
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
    patch_opportunity_api_v1_opportunities_patch: {
        parameters: {
            query: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                key: string;
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpportunityChangeIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgressOut"];
                };
            };
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
    get_opportunity_api_v1_opportunities_one_get: {
        parameters: {
            query: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                key: string;
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpportunityDetailOut"];
                };
            };
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
    get_rivals_api_v1_opportunities_rivals_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                name?: string[] | null;
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RivalsOut"];
                };
            };
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
    get_switching_api_v1_opportunities_switching_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwitchingsOut"];
                };
            };
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
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverviewOut"];
                };
            };
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
    get_performance_api_v1_performance_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                level?: components["schemas"]["Level"];
                need?: string[];
                outcome?: components["schemas"]["Outcome"];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PerformanceOut"];
                };
            };
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
    get_plans_api_v1_plans_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionPlanOut"][];
                };
            };
        };
    };
    post_plan_api_v1_plans_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollectionPlanIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionPlanOut"];
                };
            };
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
    post_proposal_api_v1_plans_proposal_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanTargetOut"][];
                };
            };
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
    get_rules_api_v1_plans_rules_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanRulesOut"];
                };
            };
        };
    };
    get_priorities_api_v1_priorities_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                level?: components["schemas"]["Level"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                severity_weight?: number;
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrioritiesOut"];
                };
            };
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
    get_programme_api_v1_programme_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeOut"];
                };
            };
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
    put_cost_api_v1_programme_costs_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CostIn"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    get_five_voices_api_v1_programme_five_voices_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiveVoicesOut"];
                };
            };
        };
    };
    post_five_voices_api_v1_programme_five_voices_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_goal_api_v1_programme_goals_post: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoalIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: number;
                    };
                };
            };
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
    delete_goal_api_v1_programme_goals__goal_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                goal_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    get_maturity_api_v1_programme_maturity_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaturityOut"];
                };
            };
        };
    };
    post_maturity_api_v1_programme_maturity_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MaturityIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaturityCheckOut"];
                };
            };
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
    get_reviews_api_v1_programme_reviews_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewsOut"];
                };
            };
        };
    };
    post_review_api_v1_programme_reviews_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewsOut"];
                };
            };
        };
    };
    get_review_api_v1_programme_reviews__review_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                review_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewOut"];
                };
            };
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
    get_steering_api_v1_programme_steering_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SteeringOut"];
                };
            };
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
    get_public_survey_api_v1_public_surveys__slug__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicSurveyOut"];
                };
            };
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
    post_answers_api_v1_public_surveys__slug__answers_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswersIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptOut"];
                };
            };
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
    get_quality_api_v1_quality_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityOut"];
                };
            };
        };
    };
    put_decision_api_v1_quality_decisions_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QualityDecisionIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityDecidedOut"];
                };
            };
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
    get_findings_api_v1_quality_findings_get: {
        parameters: {
            query: {
                limit?: number;
                rule: components["schemas"]["Rule"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspectClusterOut"][];
                };
            };
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
    post_scan_api_v1_quality_scan_post: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleCountOut"][];
                };
            };
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
    lint_questions_api_v1_questions_lint_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LintIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LintOut"];
                };
            };
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
    get_renewal_api_v1_renewal_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenewalOut"];
                };
            };
        };
    };
    get_reports_api_v1_reports_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReportsOut"];
                };
            };
        };
    };
    post_report_api_v1_reports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReportOut"];
                };
            };
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
    get_report_api_v1_reports__report_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReportOut"];
                };
            };
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
    put_report_api_v1_reports__report_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReportOut"];
                };
            };
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
    delete_report_api_v1_reports__report_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    get_file_api_v1_reports__report_id__file_get: {
        parameters: {
            query?: {
                format?: components["schemas"]["Format"];
            };
            header?: never;
            path: {
                report_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    get_pages_api_v1_reports__report_id__pages_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportOut"];
                };
            };
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
    post_send_api_v1_reports__report_id__send_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentOut"];
                };
            };
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
    get_shares_api_v1_reports__report_id__shares_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharesOut"];
                };
            };
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
    post_share_api_v1_reports__report_id__shares_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareOut"];
                };
            };
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
    delete_share_api_v1_reports__report_id__shares__share_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: number;
                share_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    get_news_api_v1_reports_news_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewsOut"];
                };
            };
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
    post_seen_api_v1_reports_news_seen_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_preview_api_v1_reports_preview_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                name?: string;
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportOut"];
                };
            };
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
    get_preview_file_api_v1_reports_preview_file_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                format?: components["schemas"]["Format"];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                name?: string;
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    get_reputation_api_v1_reputation_get: {
        parameters: {
            query?: {
                aspect?: string[];
                by?: components["schemas"]["Side"];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                need?: string[];
                net_weight?: number;
                product?: string[];
                q?: string;
                rating_weight?: number;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                side?: string[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
                voice_weight?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReputationsOut"];
                };
            };
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
    get_roadmap_api_v1_roadmap_get: {
        parameters: {
            query?: {
                aspect?: string[];
                budget?: number | null;
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                level?: components["schemas"]["Level"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                severity_weight?: number;
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoadmapOut"];
                };
            };
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
    put_decision_api_v1_roadmap__aspect__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                aspect: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionOut"];
                };
            };
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
    get_shared_api_v1_shared_reports__token__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    get_signals_api_v1_signals_get: {
        parameters: {
            query?: {
                limit?: number;
                state?: components["schemas"]["SignalState"][] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalsOut"];
                };
            };
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
    get_signal_api_v1_signals__signal_id__get: {
        parameters: {
            query?: {
                lang?: components["schemas"]["Language"];
            };
            header?: never;
            path: {
                signal_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalDetailOut"];
                };
            };
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
    patch_signal_api_v1_signals__signal_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signal_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignalChangeIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalOut"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRowOut"][];
                };
            };
        };
    };
    get_strengths_api_v1_strengths_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                level?: components["schemas"]["Level"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StrengthsOut"];
                };
            };
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
    get_suggestions_api_v1_suggestions_get: {
        parameters: {
            query?: {
                limit?: number;
                state?: "open" | "accepted" | "rejected";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelSuggestionsOut"];
                };
            };
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
    post_suggestions_api_v1_suggestions_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestionsAskedOut"];
                };
            };
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
    patch_suggestion_api_v1_suggestions__suggestion_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                suggestion_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuggestionDecisionIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelSuggestionOut"];
                };
            };
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
    get_surveys_api_v1_surveys_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyOut"][];
                };
            };
        };
    };
    post_survey_api_v1_surveys_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveyIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedSurveyOut"];
                };
            };
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
    get_survey_api_v1_surveys__survey_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                survey_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyOut"];
                };
            };
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
    patch_survey_api_v1_surveys__survey_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                survey_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveyChangeIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyOut"];
                };
            };
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
    get_crossing_api_v1_surveys__survey_id__crossing_get: {
        parameters: {
            query: {
                by: string;
                partial?: boolean;
            };
            header?: never;
            path: {
                survey_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyCrossingOut"];
                };
            };
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
    get_file_api_v1_surveys__survey_id__file_get: {
        parameters: {
            query?: {
                kind?: components["schemas"]["FileKind"];
                partial?: boolean;
            };
            header?: never;
            path: {
                survey_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    post_invitations_api_v1_surveys__survey_id__invitations_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                survey_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationsIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedOut"][];
                };
            };
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
    get_preview_api_v1_surveys__survey_id__preview_get: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                survey_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
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
    get_qr_api_v1_surveys__survey_id__qr_svg_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                survey_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    get_results_api_v1_surveys__survey_id__results_get: {
        parameters: {
            query?: {
                margins?: string | null;
                partial?: boolean;
                weight_by?: string[] | null;
            };
            header?: never;
            path: {
                survey_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultsOut"];
                };
            };
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
    post_again_api_v1_surveys_again_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskAgainIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedOut"];
                };
            };
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
    get_plan_api_v1_surveys_plan_get: {
        parameters: {
            query?: {
                groups?: number;
                margin?: number;
                population?: number | null;
                response_rate?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SamplePlanOut"];
                };
            };
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
    get_templates_api_v1_surveys_templates_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateOut"][];
                };
            };
        };
    };
    get_taxonomies_api_v1_taxonomies_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxonomySummaryOut"][];
                };
            };
        };
    };
    post_taxonomy_api_v1_taxonomies_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaxonomyDocumentIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxonomySavedOut"];
                };
            };
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
    get_taxonomy_api_v1_taxonomies__name__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxonomyDetailOut"];
                };
            };
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
    post_aspect_api_v1_taxonomies__name__aspects_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AspectIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxonomySavedOut"];
                };
            };
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
    delete_aspect_api_v1_taxonomies__name__aspects__aspect__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                aspect: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxonomySavedOut"];
                };
            };
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
    patch_aspect_api_v1_taxonomies__name__aspects__aspect__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                aspect: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AspectPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxonomySavedOut"];
                };
            };
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
    get_labelled_api_v1_taxonomies__name__aspects__aspect__labelled_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                aspect: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AspectExampleOut"][];
                };
            };
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
    get_document_api_v1_taxonomies__name__document_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
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
    post_preview_api_v1_taxonomies__name__preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AspectPreviewIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AspectPreviewOut"];
                };
            };
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
    post_restore_api_v1_taxonomies__name__restore_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaxonomyRestoreIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxonomySavedOut"];
                };
            };
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
    get_versions_api_v1_taxonomies__name__versions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxonomyVersionOut"][];
                };
            };
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
    get_teams_api_v1_teams_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamTargetsOut"];
                };
            };
        };
    };
    post_team_api_v1_teams_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamTargetIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamTargetOut"];
                };
            };
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
    delete_team_api_v1_teams__target_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                target_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    post_test_api_v1_teams__target_id__test_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                target_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
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
    get_topics_api_v1_topics_get: {
        parameters: {
            query?: {
                state?: components["schemas"]["TopicState"];
                taxonomy?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicsOut"];
                };
            };
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
    post_topics_api_v1_topics_post: {
        parameters: {
            query?: {
                taxonomy?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicsOut"];
                };
            };
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
    patch_topic_api_v1_topics__topic_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                topic_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopicPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicOut"];
                };
            };
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
    post_accept_api_v1_topics__topic_id__accept_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                topic_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopicAcceptIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicAcceptedOut"];
                };
            };
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
    get_users_api_v1_users_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
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
                aspect?: string[];
                channel?: string[];
                cursor?: string | null;
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                limit?: number;
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoicePageOut"];
                };
            };
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
    get_verbatims_file_api_v1_verbatims_file_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                kind?: components["schemas"]["TableFileKind"];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    get_summary_api_v1_verbatims_summary_get: {
        parameters: {
            query?: {
                aspect?: string[];
                channel?: string[];
                emotion?: string[];
                from?: string | null;
                intent?: string[];
                lang?: components["schemas"]["Language"];
                need?: string[];
                product?: string[];
                q?: string;
                region?: string[];
                segment?: string[];
                sentiment?: number[];
                source?: string[];
                taxonomy?: string[];
                to?: string | null;
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummaryOut"];
                };
            };
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
    get_views_api_v1_views_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"][];
                };
            };
        };
    };
    post_view_api_v1_views_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"];
                };
            };
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
    delete_view_api_v1_views__view_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    patch_view_api_v1_views__view_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewChangeIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"];
                };
            };
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
