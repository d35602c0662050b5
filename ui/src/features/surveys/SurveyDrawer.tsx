import { Button, Drawer, Typography } from "antd";
import { useIsPhone } from "@/components/useIsPhone";
import { DraftEditor } from "@/features/surveys/DraftEditor";
import { SurveyResults } from "@/features/surveys/SurveyResults";
import { useChange, type Survey } from "@/features/surveys/queries";
import { useI18n } from "@/i18n/i18n";

function Address({ survey }: { survey: Survey }) {
  const { t } = useI18n();
  return (
    <section className="survey-address">
      <img src={`/api/v1/surveys/${survey.id}/qr.svg`} alt={t("surveys.qr")} width={148} height={148} />
      <div>
        <p className="quiet">{t("surveys.link.about")}</p>
        <Typography.Text copyable>{survey.url}</Typography.Text>
        <p>
          <a className="link" href={survey.url} target="_blank" rel="noreferrer">
            {t("surveys.try")}
          </a>
        </p>
      </div>
    </section>
  );
}

/** One survey: a draft to word, an open one to hand out, answers to read. */
export function SurveyDrawer({ survey, close }: { survey: Survey; close: () => void }) {
  const { t } = useI18n();
  const isPhone = useIsPhone();
  const change = useChange();
  const isOpen = survey.state === "open";
  const act = () => change.mutate({ id: survey.id, state: isOpen ? "closed" : "open" });
  const switcher = (
    <Button type={isOpen ? "default" : "primary"} loading={change.isPending} onClick={act}>
      {t(isOpen ? "surveys.close" : "surveys.open")}
    </Button>
  );
  return (
    <Drawer open title={survey.title} onClose={close} size={isPhone ? "100%" : 640} extra={switcher}>
      {change.error && <p role="alert">{change.error.message}</p>}
      {survey.state === "draft" ? <DraftEditor survey={survey} /> : <Address survey={survey} />}
      {survey.state !== "draft" && <SurveyResults survey={survey} />}
    </Drawer>
  );
}
