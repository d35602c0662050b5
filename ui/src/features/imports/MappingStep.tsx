import { useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { ErrorText } from "@/components/ErrorText";
import { meta } from "@/api/queries";
import type { Channel, ImportPreview } from "@/api/types";
import { Dots } from "@/components/Dots";
import { Panel } from "@/components/Page";
import { MappingTable } from "@/features/imports/MappingTable";
import { proposedMapping, type Setup } from "@/features/imports/useImport";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

interface Props {
  preview: ImportPreview;
  initial: Setup | null;
  pending: boolean;
  error: Error | null;
  onRun: (setup: Setup, dryRun: boolean) => void;
  onBack: () => void;
  /** Read the same file again, as plain rows. */
  onPlain: () => void;
}

const baseName = (file: string) => file.replace(/\.[^.]+$/, "");

/** A proposal to agree with: what each column is, and what holds for the whole file. */
export function MappingStep({ preview, initial, pending, error, onRun, onBack, onPlain }: Props) {
  const { t, name, language } = useI18n();
  const { data } = useQuery(meta);
  const [mapping, setMapping] = useState(initial?.mapping ?? proposedMapping(preview));
  const [source, setSource] = useState(initial?.source ?? baseName(preview.file_name));
  const [channel, setChannel] = useState<Channel>(initial?.channel ?? preview.channel);
  const [taxonomy, setTaxonomy] = useState<string | null>(initial?.taxonomy ?? null);
  const [scale, setScale] = useState(String(initial?.defaults?.["rating_scale"] ?? ""));
  const needsScale = Boolean(mapping["rating"]) && !mapping["rating_scale"];
  const { layout } = preview;
  const setup: Setup = { source, channel, taxonomy, mapping, layout, defaults: needsScale && scale ? { rating_scale: scale } : {} };
  const ready = source.trim() !== "" && (Boolean(mapping["text"]) || Boolean(mapping["rating"]));
  const facts = [preview.format.toUpperCase(), preview.encoding, t("import.rows", { n: formatCount(preview.rows_estimate, language) })];
  return (
    <div className="import-grid">
      <Panel flush title={preview.file_name} aside={<Dots items={facts} />}>
        {layout !== "rows" && (
          <p className="import-layout">
            <strong>{t(`import.layout.${layout}`)}</strong> <span className="quiet">{t(`import.layout.${layout}.about`)}</span>{" "}
            <Button type="link" size="small" onClick={onPlain}>
              {t("import.layout.plain")}
            </Button>
          </p>
        )}
        <MappingTable preview={preview} mapping={mapping} onChange={setMapping} />
      </Panel>
      <div className="import-side">
        <Panel title={t("import.defaults")}>
          <div style={{ display: "grid", gap: 12 }}>
            <label>
              <span className="quiet">{t("filter.source")}</span>
              <Input value={source} onChange={(event) => setSource(event.target.value)} />
            </label>
            <label>
              <span className="quiet">{t("filter.channel")}</span>
              <Select
                style={{ width: "100%" }}
                value={channel}
                onChange={setChannel}
                options={data?.channels.map((item) => ({ value: item.id as Channel, label: name(item) }))}
              />
            </label>
            <label>
              <span className="quiet">{t("nav.taxonomy")}</span>
              <Select
                style={{ width: "100%" }}
                value={taxonomy}
                placeholder={t("import.taxonomy.default")}
                allowClear
                onChange={(value: string | undefined) => setTaxonomy(value ?? null)}
                options={data?.taxonomies.map((item) => ({ value: item.name, label: name(item, item.name) }))}
              />
            </label>
            {needsScale && (
              <label>
                <span className="quiet">{t("import.scale")}</span>
                <Input inputMode="numeric" value={scale} placeholder="5" onChange={(event) => setScale(event.target.value)} />
              </label>
            )}
          </div>
        </Panel>
        {!ready && <p className="quiet">{t("import.needsText")}</p>}
        <ErrorText error={error} />
        <Button type="primary" size="large" disabled={!ready} loading={pending} onClick={() => onRun(setup, true)}>
          {t("import.dryRun")}
        </Button>
        <Button disabled={!ready} loading={pending} onClick={() => onRun(setup, false)}>
          {t("import.run")}
        </Button>
        <Button type="text" onClick={onBack}>
          {t("import.otherFile")}
        </Button>
      </div>
    </div>
  );
}
