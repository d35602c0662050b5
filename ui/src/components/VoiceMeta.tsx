import { useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { meta } from "@/api/queries";
import type { Voice } from "@/api/types";
import { Dots } from "@/components/Dots";
import { formatAge, formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

type Shown = Pick<Voice, "id" | "channel" | "occurred_at" | "product"> & Partial<Pick<Voice, "source" | "customer" | "author" | "rating" | "rating_scale">>;

/** Who said it, where and when; the whole record is one click away. */
export function VoiceMeta({ voice }: { voice: Shown }) {
  const { name, language, t } = useI18n();
  const { data } = useQuery(meta);
  const [search] = useSearchParams();
  const next = new URLSearchParams(search);
  next.set("voice", String(voice.id));
  const channel = name(data?.channels.find(({ id }) => id === voice.channel), voice.channel);
  const who = voice.customer?.name ?? voice.author;
  const given = voice.rating == null ? null : `${t("voice.rating")} ${[voice.rating, voice.rating_scale].filter((part) => part != null).join("/")}`;
  return (
    <footer className="voice-meta num">
      <Dots items={[given, channel, voice.source, voice.product, who]} />
      <time dateTime={voice.occurred_at} title={`${formatDateTime(voice.occurred_at, language)} ${t("how.zone")}`}>
        {formatAge(voice.occurred_at, language)}
      </time>
      <Link className="link" to={`?${next}`} preventScrollReset>
        {t("voice.open")}
      </Link>
    </footer>
  );
}
