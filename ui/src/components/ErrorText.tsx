import { ApiError } from "@/api/client";
import { useI18n } from "@/i18n/i18n";

/** A refusal in the reader's language where its code is known, else in the server's own words. */
export function useErrorText(): (error: Error) => string {
  const { find, t } = useI18n();
  return (error) => {
    if (!(error instanceof ApiError)) return t("state.offline");
    const family = error.code.endsWith("_not_found") ? "not_found" : error.code.startsWith("beyond_limits") ? "beyond_limits" : error.code;
    return find(`error.${error.code}`) ?? find(`error.${family}`) ?? error.message;
  };
}

export function ErrorText({ error }: { error: Error | null }) {
  const text = useErrorText();
  return error ? (
    <p role="alert" className="error-text">
      {text(error)}
    </p>
  ) : null;
}
