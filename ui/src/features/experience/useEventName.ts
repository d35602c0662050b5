import { useI18n } from "@/i18n/i18n";

/** What an event is called: its Chinese name before the one it was sent under, which is English enough by itself. */
export function useEventName(): (event: string) => string {
  const { find, language } = useI18n();
  return (event) => {
    const known = language === "zh" ? find(`happened.${event.toLowerCase().replaceAll(/\W+/g, "_")}`) : undefined;
    return known ? `${known} ${event}` : event;
  };
}
