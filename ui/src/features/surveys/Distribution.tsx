import { Button, Checkbox, Input, InputNumber, Select, Switch, Typography } from "antd";
import { useState } from "react";
import { Panel } from "@/components/Page";
import { useInvite, type Invitee, type Survey } from "@/features/surveys/queries";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

/** Link, QR code and what a site includes. */
function Address({ survey }: { survey: Survey }) {
  const { t } = useI18n();
  return (
    <div className="survey-address">
      <img src={`/api/v1/surveys/${survey.id}/qr.svg`} alt={t("surveys.qr")} width={148} height={148} />
      <div>
        <p className="quiet">{t("surveys.link.about")}</p>
        <Typography.Text copyable>{survey.url}</Typography.Text>
        <p>
          <a className="link" href={survey.url} target="_blank" rel="noreferrer">
            {t("surveys.try")}
          </a>
        </p>
        <p className="quiet">{t("surveys.embed.about")}</p>
        <Typography.Text code copyable className="survey-code">
          {survey.embed}
        </Typography.Text>
      </div>
    </div>
  );
}

const TONGUES: Record<string, string> = { zh: "中文", "zh-tw": "繁體中文", en: "English", ja: "日本語" };

/** A pasted list: id, name, address, segment and region on one line each, divided by tab or comma. */
function readPeople(text: string): Invitee[] {
  return text
    .split("\n")
    .map((line) => line.split(/[\t,，]/).map((part) => part.trim()))
    .filter(([person]) => person)
    .map(([person, name, address, segment, region]) => ({
      person: person!,
      name: name || undefined,
      address: address || undefined,
      segment: segment || undefined,
      region: region || undefined,
    }));
}

function Invite({ survey }: { survey: Survey }) {
  const { t, language } = useI18n();
  const invite = useInvite(survey.id);
  const [text, setText] = useState("");
  const [send, setSend] = useState(true);
  const [tongue, setTongue] = useState(survey.languages[0] ?? "zh");
  const [reminders, setReminders] = useState(1);
  const [days, setDays] = useState(3);
  const [alsoBounced, setAlsoBounced] = useState(false);
  const people = readPeople(text);
  const done = invite.data;
  const invited = done?.filter(({ url }) => url) ?? [];
  const links = invited.map(({ person, url }) => `${person}\t${url}`).join("\n");
  const refused = done?.filter(({ reason }) => reason) ?? [];
  const unsent = done?.filter((one) => one.unsent) ?? [];
  return (
    <div className="survey-invite">
      <label>
        {t("surveys.invite.people")}
        <Input.TextArea value={text} autoSize={{ minRows: 4, maxRows: 12 }} placeholder={t("surveys.invite.example")} onChange={(event) => setText(event.target.value)} />
      </label>
      <div className="survey-whole">
        <label className="survey-switch">
          <Switch size="small" checked={send} onChange={setSend} />
          {t("surveys.invite.send")}
        </label>
        {send && survey.languages.length > 1 && (
          <Select
            aria-label={t("surveys.invite.language")}
            value={tongue}
            onChange={setTongue}
            options={survey.languages.map((value) => ({ value, label: TONGUES[value] ?? value }))}
          />
        )}
        {send && (
          <label className="survey-inline">
            {t("surveys.invite.reminders")} <InputNumber min={0} max={3} value={reminders} onChange={(value) => setReminders(value ?? 0)} />
          </label>
        )}
        {send && (
          <Checkbox checked={alsoBounced} onChange={(event) => setAlsoBounced(event.target.checked)}>
            {t("surveys.invite.alsoBounced")}
          </Checkbox>
        )}
        {send && reminders > 0 && (
          <label className="survey-inline">
            {t("surveys.invite.every")} <InputNumber min={1} max={60} value={days} onChange={(value) => setDays(value ?? 3)} />
          </label>
        )}
      </div>
      <Button type="primary" loading={invite.isPending} disabled={people.length === 0} onClick={() => invite.mutate({ people, send, language: tongue, reminders, remind_every_days: days, also_bounced: send && alsoBounced })}>
        {t("surveys.invite.do", { n: formatCount(people.length, language) })}
      </Button>
      {invite.error && <p role="alert">{invite.error.message}</p>}
      {done && (
        <div role="status">
          <p>{t("surveys.invite.done", { invited: formatCount(invited.length, language), mailed: formatCount(done.filter(({ mailed }) => mailed).length, language), refused: formatCount(refused.length, language) })}</p>
          {links && <Typography.Text copyable={{ text: links }}>{t("surveys.invite.links")}</Typography.Text>}
          <ul className="quiet">
            {refused.slice(0, 20).map(({ person, reason }) => (
              <li key={person}>
                {person}: {reason}
              </li>
            ))}
            {unsent.slice(0, 20).map(({ person, unsent: why, bounce }) => (
              <li key={person}>
                {person}: {t(why === "bounced" ? "surveys.invite.bounced" : "surveys.invite.noAddress", { status: bounce ?? "" })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** Handing a survey out. */
export function Distribution({ survey }: { survey: Survey }) {
  const { t } = useI18n();
  return (
    <>
      <Panel title={t("surveys.link")}>
        <Address survey={survey} />
      </Panel>
      <Panel title={t("surveys.invite")}>{survey.anonymous ? <p className="quiet">{t("surveys.invite.anonymous")}</p> : <Invite survey={survey} />}</Panel>
    </>
  );
}
