import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { http, take } from "@/api/client";
import type { Voice } from "@/api/types";
import { Highlighted } from "@/components/Highlighted";
import { Icon } from "@/components/Icon";
import { Panel } from "@/components/Page";
import { VoiceMeta } from "@/components/VoiceMeta";
import { useI18n } from "@/i18n/i18n";

const KEY = ["five-voices"];

/** Five voices a day, drawn by chance: everybody hears customers, not only those who are loud. */
export function FiveVoices() {
  const { t } = useI18n();
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: KEY, queryFn: () => take(http.GET("/api/v1/programme/five-voices")) });
  const read = useMutation({
    mutationFn: () => take(http.POST("/api/v1/programme/five-voices")),
    onSettled: () => void queries.invalidateQueries({ queryKey: KEY }),
  });
  if (!data || data.voices.length === 0) return null;
  return (
    <Panel title={t("five.title")} aside={<span className="quiet">{t("five.about")}</span>}>
      {(data.voices as Voice[]).map((voice) => (
        <article key={voice.id} className="log-voice">
          <p>
            <Highlighted text={voice.text} opinions={voice.opinions} />
          </p>
          <VoiceMeta voice={voice} />
        </article>
      ))}
      {data.done ? (
        <p role="status" className="log-done">
          <Icon name="check" /> {t("five.done")}
        </p>
      ) : (
        <Button loading={read.isPending} onClick={() => read.mutate()}>
          {t("five.read")}
        </Button>
      )}
    </Panel>
  );
}
