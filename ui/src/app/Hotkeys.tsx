import { Modal } from "antd";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { useI18n, type WordKey } from "@/i18n/i18n";

const GO: Record<string, string> = {
  o: "/overview",
  i: "/collect/import",
  f: "/understand/facts",
  v: "/understand/verbatims",
  l: "/understand/live",
  a: "/act/actions",
};

const HELP: [string[], WordKey][] = [
  [["/"], "hotkey.search"],
  [["j", "k"], "hotkey.move"],
  [["Enter"], "hotkey.open"],
  [["e"], "hotkey.action"],
  [["g", "o"], "nav.overview"],
  [["g", "f"], "nav.facts"],
  [["g", "v"], "nav.verbatims"],
  [["g", "l"], "nav.live"],
  [["g", "a"], "nav.actions"],
  [["?"], "hotkey.help"],
];

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** Keys that work on every page; lists add their own j, k and Enter. */
export function Hotkeys() {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [help, setHelp] = useState(false);
  useEffect(() => {
    let pendingGo = 0;
    const press = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.metaKey || event.ctrlKey || event.altKey) return;
      if (Date.now() - pendingGo < 900 && GO[event.key]) {
        pendingGo = 0;
        void navigate(GO[event.key]!);
      } else if (event.key === "g") pendingGo = Date.now();
      else if (event.key === "?") setHelp(true);
      else if (event.key === "/") {
        const search = document.querySelector<HTMLInputElement>("[data-hotkey=search]");
        if (search) event.preventDefault();
        search?.focus();
      }
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [navigate]);
  return (
    <Modal open={help} title={t("hotkey.title")} footer={null} onCancel={() => setHelp(false)} width={360}>
      <dl className="hotkeys">
        {HELP.map(([keys, word]) => (
          <div key={word} style={{ display: "contents" }}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
