import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Typography } from "antd";
import { useState } from "react";
import { http, take } from "@/api/client";
import { ErrorText } from "@/components/ErrorText";
import { Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { AccountCard } from "@/features/customers/AccountCard";
import { Waterfall } from "@/features/customers/Waterfall";
import { review, type Question } from "@/features/customers/queries";
import { useI18n } from "@/i18n/i18n";

function QuestionCard({ question }: { question: Question }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const settle = useMutation({
    mutationFn: (same: boolean) =>
      take(http.POST("/api/v1/customers/review/{link}", { params: { path: { link: question.link.id } }, body: { same } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["customers"] }),
  });
  return (
    <Panel>
      <div className="question">
        <AccountCard account={question.one} />
        <AccountCard account={question.other} />
        <Waterfall link={question.link} />
        <div className="verdict">
          <Button type="primary" disabled={settle.isPending} onClick={() => settle.mutate(true)}>
            {t("customers.same")}
          </Button>
          <Button disabled={settle.isPending} onClick={() => settle.mutate(false)}>
            {t("customers.different")}
          </Button>
          <ErrorText error={settle.error} />
        </div>
      </div>
    </Panel>
  );
}

/** Links that are likely but not certain: a person looks at both sides and decides; what hardly matters is folded up. */
export function ReviewQueue() {
  const { t } = useI18n();
  const { data, error, refetch } = useQuery(review);
  const [all, setAll] = useState(false);
  if (!data) return <Pending error={error} refetch={refetch} rows={4} height={90} />;
  if (data.items.length === 0) {
    return (
      <Panel>
        <Empty title={t("customers.review.empty")} about={t("customers.review.empty.about")} />
      </Panel>
    );
  }
  const shown = all ? data.items : data.items.slice(0, data.pressing);
  const rest = data.total - data.pressing;
  return (
    <div className="questions">
      {shown.map((question) => (
        <QuestionCard key={question.link.id} question={question} />
      ))}
      {rest > 0 && !all && data.items.length > data.pressing && (
        <Typography.Text type="secondary">
          {t("customers.review.rest", { n: rest })}{" "}
          <Button type="link" size="small" onClick={() => setAll(true)}>
            {t("customers.review.all")}
          </Button>
        </Typography.Text>
      )}
    </div>
  );
}
