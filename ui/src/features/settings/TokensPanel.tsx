import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { http, take } from "@/api/client";
import type { Token } from "@/api/types";
import { Dots } from "@/components/Dots";
import { Panel } from "@/components/Page";
import { SkeletonRows } from "@/components/states";
import { formatAge } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

const KEY = ["tokens"];

function NewToken() {
  const { t } = useI18n();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [scope, setScope] = useState<"read" | "write">("read");
  const create = useMutation({
    mutationFn: () => take(http.POST("/api/v1/auth/tokens", { body: { name, scopes: scope === "read" ? ["read"] : ["read", "write"] } })),
    onSuccess: () => {
      setName("");
      void queries.invalidateQueries({ queryKey: KEY });
    },
  });
  return (
    <>
      <div style={{ display: "flex", gap: 8, flexWrap: "wrap" }}>
        <Input style={{ flex: "1 1 180px" }} value={name} onChange={(event) => setName(event.target.value)} placeholder={t("settings.token.name")} aria-label={t("settings.token.name")} />
        <Select
          aria-label={t("settings.token.scope")}
          value={scope}
          onChange={setScope}
          options={[
            { value: "read", label: t("settings.token.read") },
            { value: "write", label: t("settings.token.write") },
          ]}
        />
        <Button disabled={!name.trim()} loading={create.isPending} onClick={() => create.mutate()}>
          {t("settings.token.create")}
        </Button>
      </div>
      {create.data && (
        <div className="new-token" role="status">
          {t("settings.token.once")}
          <code>{create.data.token}</code>
        </div>
      )}
    </>
  );
}

function TokenRow({ token }: { token: Token }) {
  const { t, language } = useI18n();
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => take(http.DELETE("/api/v1/auth/tokens/{token_id}", { params: { path: { token_id: token.id } } })),
    onSettled: () => void queries.invalidateQueries({ queryKey: KEY }),
  });
  const used = token.last_used_at ? t("settings.token.used", { age: formatAge(token.last_used_at, language) }) : t("settings.token.unused");
  return (
    <div className="token num">
      <span>
        {token.name} <span className="quiet">{token.hint}</span>
        <span className="quiet" style={{ display: "block", fontSize: 12 }}>
          <Dots items={[...token.scopes.map((scope) => t(`settings.scope.${scope}`)), used]} />
        </span>
      </span>
      <button type="button" className="row-action" onClick={() => revoke.mutate()}>
        {t("settings.token.revoke")}
      </button>
    </div>
  );
}

export function TokensPanel() {
  const { t } = useI18n();
  const { data } = useQuery({ queryKey: KEY, queryFn: () => take(http.GET("/api/v1/auth/tokens")) });
  return (
    <Panel title={t("settings.tokens")}>
      <p className="quiet" style={{ marginBottom: 12 }}>
        {t("settings.tokens.about")}
      </p>
      <NewToken />
      <div style={{ marginTop: 12 }}>
        {!data && <SkeletonRows rows={2} />}
        {data?.items.map((token) => (
          <TokenRow key={token.id} token={token} />
        ))}
      </div>
    </Panel>
  );
}
