import { Tooltip } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { FactDetail, Group } from "@/api/types";
import { Figure, useFigureText } from "@/components/Figure";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import { useI18n, type WordKey } from "@/i18n/i18n";

/** A group that differs from all the others beyond chance. */
function Unusual({ group }: { group: Group }) {
  const { t } = useI18n();
  const { write, range } = useFigureText();
  const { difference } = group;
  if (!group.unusual || difference?.value == null) return null;
  const words = t("fact.unusual.why", { size: write(difference.value, "share"), range: range(difference, "share") });
  return (
    <Tooltip title={words}>
      <span className="unusual" data-higher={difference.value > 0} tabIndex={0}>
        {t(difference.value > 0 ? "fact.higher" : "fact.lower")}
      </span>
    </Tooltip>
  );
}

/** The few that matter first; the rest on demand. */
const FIRST = 7;

function BreakdownPanel({ title, groups, fact }: { title: WordKey; groups: Group[]; fact: FactDetail }) {
  const { t, name } = useI18n();
  const [all, setAll] = useState(false);
  if (groups.length === 0) return null;
  const shown = all ? groups : groups.slice(0, FIRST);
  const max = Math.max(0.01, ...groups.map(({ customers }) => customers.high ?? 0));
  return (
    <Panel title={t(title)} aside={<How about="how.breakdown" dated={fact} />}>
      {shown.map((group) => (
        <Link key={group.id} className="breakdown-row" to={group.link}>
          <span>
            {name(group, group.id)} <Unusual group={group} />
          </span>
          <Figure estimate={group.customers} unit="share" max={max} tone="accent" />
        </Link>
      ))}
      {groups.length > shown.length && (
        <button type="button" className="row-action" style={{ marginLeft: -9 }} onClick={() => setAll(true)}>
          {t("fact.groups.rest", { n: groups.length - shown.length })}
        </button>
      )}
    </Panel>
  );
}

/** Where an issue lives: the same share over products, channels, segments and kinds of speech. */
export function Breakdowns({ fact }: { fact: FactDetail }) {
  return (
    <div className="breakdowns">
      <BreakdownPanel title="fact.byProduct" groups={fact.by_product} fact={fact} />
      <BreakdownPanel title="fact.byChannel" groups={fact.by_channel} fact={fact} />
      <BreakdownPanel title="fact.bySegment" groups={fact.by_segment} fact={fact} />
      <BreakdownPanel title="fact.byType" groups={fact.types} fact={fact} />
    </div>
  );
}
