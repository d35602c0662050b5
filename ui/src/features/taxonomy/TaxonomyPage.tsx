import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { meta } from "@/api/queries";
import type { Taxonomy } from "@/api/types";
import { Dots } from "@/components/Dots";
import { PageHead, Panel } from "@/components/Page";
import { Empty, Failure, SkeletonRows } from "@/components/states";
import { useI18n } from "@/i18n/i18n";
import "@/features/taxonomy/taxonomy.css";

type Node = Taxonomy["nodes"][number];

function matches(node: Node, typed: string): boolean {
  return `${node.zh} ${node.en} ${node.id}`.toLowerCase().includes(typed);
}

/** A branch stays when it or anything below it matches. */
function branchMatches(node: Node, nodes: Node[], typed: string): boolean {
  return matches(node, typed) || nodes.some((other) => other.id.startsWith(`${node.id}.`) && matches(other, typed));
}

function Branch({ root, nodes, typed }: { root: Node; nodes: Node[]; typed: string }) {
  const { name } = useI18n();
  const below = nodes.filter((node) => node.id.startsWith(`${root.id}.`) && (matches(root, typed) || branchMatches(node, nodes, typed)));
  return (
    <section className="branch">
      <h2>
        <Link to={`/understand/facts/${root.id}`}>{name(root)}</Link>
        {below.length > 0 && <span className="quiet num">{below.length}</span>}
      </h2>
      <ul>
        {below.map((node) => (
          <li key={node.id} style={{ paddingLeft: (node.level - root.level - 1) * 16 }}>
            <Link to={`/understand/facts/${node.id}`}>{name(node)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function TaxonomyPage() {
  const { t, name } = useI18n();
  const { data, error, refetch } = useQuery(meta);
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState("");
  const needle = typed.trim().toLowerCase();
  const chosen = data?.taxonomies.find((taxonomy) => taxonomy.name === search.get("name")) ?? data?.taxonomies[0];
  const roots = chosen?.nodes.filter((node) => node.parent === null && branchMatches(node, chosen.nodes, needle)) ?? [];
  return (
    <>
      <PageHead title={t("nav.taxonomy")} about={t("taxonomy.about")}>
        {data && data.taxonomies.length > 1 && (
          <Segmented
            value={chosen?.name ?? ""}
            onChange={(value) => setSearch({ name: value })}
            options={data.taxonomies.map((taxonomy) => ({ value: taxonomy.name, label: name(taxonomy, taxonomy.name) }))}
          />
        )}
      </PageHead>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <SkeletonRows />}
      {chosen && (
        <Panel
          title={name(chosen, chosen.name)}
          aside={
            <Dots items={[t("taxonomy.size", { n: chosen.nodes.length }), t("taxonomy.version", { version: chosen.version })]} />
          }
        >
          <input className="taxonomy-find" data-hotkey="search" value={typed} onChange={(event) => setTyped(event.target.value)} placeholder={t("filter.find")} aria-label={t("filter.find")} />
          {roots.length === 0 && <Empty icon="search" title={t("filter.none")} />}
          <div className="branches">
            {roots.map((root) => (
              <Branch key={root.id} root={root} nodes={chosen.nodes} typed={needle} />
            ))}
          </div>
        </Panel>
      )}
    </>
  );
}
