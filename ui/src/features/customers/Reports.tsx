import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Figure } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import { SignedFigure } from "@/components/SignedFigure";
import { Panel } from "@/components/Page";
import { Failure, SkeletonRows } from "@/components/states";
import { buyingPower, helpSeekers, type BuyingPower, type HelpSeekers } from "@/features/customers/queries";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

function Caveat({ match, window }: { match: BuyingPower["match"]; window: BuyingPower["window"] }) {
  const { t, name } = useI18n();
  return (
    <p className="caveat">
      {name({ zh: match.caveat_zh, en: match.caveat_en })} <span className="num">{t("customers.window", window)}</span>
    </p>
  );
}

function Power({ data }: { data: BuyingPower }) {
  const { t, name, language } = useI18n();
  const groups = [
    { key: "active", label: t("customers.active", { n: data.active_from }), ...data.active },
    { key: "others", label: t("customers.others"), ...data.others },
  ];
  const max = Math.max(1, ...groups.map(({ spend }) => spend.high ?? 0)) * 1.1;
  const gap = Math.max(1, Math.abs(data.spend_difference.low ?? 0), Math.abs(data.spend_difference.high ?? 0)) * 1.1;
  return (
    <>
      <p className="answer">{name({ zh: data.sentence_zh, en: data.sentence_en })}</p>
      <table className="report">
        <Heads names={["", t("customers.people"), t("customers.spend"), t("customers.buying")]} />
        <tbody>
          {groups.map((group) => (
            <tr key={group.key}>
              <th scope="row">{group.label}</th>
              <td className="num">{formatCount(group.customers, language)}</td>
              <td>
                <Figure estimate={group.spend} unit="count" max={max} tone="accent" showRange />
              </td>
              <td>
                <Figure estimate={group.buying} unit="share" max={1} tone="accent" showRange />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t("customers.difference")}</th>
            <td />
            <td>
              <SignedFigure estimate={data.spend_difference} unit="count" reach={gap} good="more" />
            </td>
            <td>
              <SignedFigure estimate={data.buying_difference} unit="share" reach={0.2} good="more" />
            </td>
          </tr>
        </tbody>
      </table>
      <Caveat match={data.match} window={data.window} />
    </>
  );
}

function Problems({ data }: { data: HelpSeekers }) {
  const { t, name, language } = useI18n();
  const max = Math.max(0.01, ...data.problems.map(({ share }) => share.high ?? 0)) * 1.1;
  const contact = Math.max(0.01, ...data.problems.map(({ by_contact, by_contact_others }) => Math.max(by_contact.high ?? 0, by_contact_others.high ?? 0))) * 1.1;
  return (
    <>
      <p className="answer">{name({ zh: data.sentence_zh, en: data.sentence_en })}</p>
      <table className="report">
        <Heads names={[t("customers.problem"), t("customers.frequent", { n: data.frequent_from }), t("customers.by_contact"), t("customers.by_contact.others")]} />
        <tbody>
          {data.problems.map((problem) => (
            <tr key={problem.aspect}>
              <th scope="row">
                <Link className="link" to={`/understand/verbatims?aspect=${problem.aspect}&sentiment=-1&channel=service&from=${data.window.from}&to=${data.window.to}`}>
                  {name(problem, problem.aspect)}
                </Link>
                {language === "zh" && problem.path_zh.length > 1 && <span className="quiet block">{problem.path_zh.slice(0, -1).join(" / ")}</span>}
                {problem.significant && <span className="tag">{t((problem.difference.value ?? 0) > 0 ? "customers.more" : "customers.less")}</span>}
              </th>
              <td>
                <Figure estimate={problem.share} unit="share" max={max} tone="negative" showRange />
              </td>
              <td>
                <Figure estimate={problem.by_contact} unit="share" max={contact} tone="negative" />
              </td>
              <td>
                <Figure estimate={problem.by_contact_others} unit="share" max={contact} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Caveat match={data.match} window={data.window} />
    </>
  );
}

/** The two questions that need voices, orders and service calls to be one customer. */
export function Reports() {
  const { t } = useI18n();
  const power = useQuery(buyingPower);
  const seekers = useQuery(helpSeekers);
  return (
    <div className="questions">
      <Panel title={t("customers.power")}>
        {power.error && <Failure error={power.error} retry={() => void power.refetch()} />}
        {power.isPending && <SkeletonRows rows={3} />}
        {power.data && <Power data={power.data} />}
      </Panel>
      <Panel title={t("customers.seekers")}>
        {seekers.error && <Failure error={seekers.error} retry={() => void seekers.refetch()} />}
        {seekers.isPending && <SkeletonRows rows={6} />}
        {seekers.data && <Problems data={seekers.data} />}
      </Panel>
    </div>
  );
}
