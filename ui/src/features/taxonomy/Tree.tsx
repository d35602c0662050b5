import { Tooltip } from "antd";
import type { AspectNode } from "@/features/taxonomy/queries";
import { useI18n } from "@/i18n/i18n";

function matches(node: AspectNode, typed: string): boolean {
  return `${node.zh} ${node.en} ${node.id} ${node.seeds.join(" ")} ${node.learned.join(" ")}`.toLowerCase().includes(typed);
}

/** A branch stays when it or anything below it matches, by name or by seed word. */
export function branchMatches(node: AspectNode, nodes: AspectNode[], typed: string): boolean {
  return matches(node, typed) || nodes.some((other) => other.id.startsWith(`${node.id}.`) && matches(other, typed));
}

interface Props {
  root: AspectNode;
  nodes: AspectNode[];
  typed: string;
  chosen: string | null;
  choose: (id: string) => void;
}

function Leaf({ node, chosen, choose }: Pick<Props, "chosen" | "choose"> & { node: AspectNode }) {
  const { t, name } = useI18n();
  return (
    <button type="button" className="aspect" data-active={node.id === chosen} onClick={() => choose(node.id)}>
      {name(node)}
      {node.examples.length > 0 && (
        <Tooltip title={t("taxonomy.examples.count", { n: node.examples.length })}>
          <span className="taught num">{node.examples.length}</span>
        </Tooltip>
      )}
    </button>
  );
}

export function Branch({ root, nodes, typed, chosen, choose }: Props) {
  const below = nodes.filter((node) => node.id.startsWith(`${root.id}.`) && (matches(root, typed) || branchMatches(node, nodes, typed)));
  return (
    <section className="branch">
      <h2>
        <Leaf node={root} chosen={chosen} choose={choose} />
      </h2>
      <ul>
        {below.map((node) => (
          <li key={node.id} style={{ paddingLeft: (node.level - root.level - 1) * 16 }}>
            <Leaf node={node} chosen={chosen} choose={choose} />
          </li>
        ))}
      </ul>
    </section>
  );
}
