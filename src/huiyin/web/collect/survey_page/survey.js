// The public survey page: shows what applies, keeps answers as they come, sends them once more when complete.
(() => {
  const form = document.getElementById("survey");
  const { slug } = JSON.parse(document.getElementById("settings").textContent);
  const token = new URLSearchParams(location.search).get("t");
  const store = `huiyin.survey.${slug}`;
  const fields = [...form.querySelectorAll(".question")];
  let timer = 0;
  let sending = Promise.resolve();

  function key() {
    try {
      let found = localStorage.getItem(store);
      if (!found) localStorage.setItem(store, (found = random()));
      return found;
    } catch {
      return (key.once ??= random());
    }
  }
  function random() {
    return [...crypto.getRandomValues(new Uint8Array(18))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function valueOf(field) {
    const { name, kind } = field.dataset;
    if (kind === "comment" || kind === "text" || kind === "dropdown") return form.elements[name].value.trim() || undefined;
    const picked = [...field.querySelectorAll("input:checked")].map(({ value }) => value);
    if (picked.length === 0) return undefined;
    if (kind === "checkbox") return picked;
    if (kind === "rating") return Number(picked[0]);
    return kind === "boolean" ? picked[0] === "true" : picked[0];
  }

  function holds(condition, answers) {
    return condition.split(/\s+and\s+/).every((part) => {
      const [, name, sign, raw] = /^\{(\w+)\}\s*(<>|<=|>=|=|<|>)\s*(.+)$/.exec(part.trim());
      const given = answers[name];
      const wanted = raw.startsWith("'") ? raw.slice(1, -1) : raw === "true" || raw === "false" ? raw === "true" : Number(raw);
      const same = Array.isArray(given) ? given.includes(wanted) : given === wanted;
      if (sign === "=") return same;
      if (sign === "<>") return !same;
      if (typeof given !== "number") return false;
      return { "<": given < wanted, "<=": given <= wanted, ">": given > wanted, ">=": given >= wanted }[sign];
    });
  }

  function collect() {
    const answers = {};
    for (const field of fields) {
      field.hidden = Boolean(field.dataset.if) && !holds(field.dataset.if, answers);
      const value = field.hidden ? undefined : valueOf(field);
      if (value !== undefined) answers[field.dataset.name] = value;
      const other = field.querySelector(".other");
      if (!other) continue;
      other.hidden = !(Array.isArray(value) ? value.includes("other") : value === "other");
      if (!other.hidden && other.value.trim()) answers[other.name] = other.value.trim();
    }
    return answers;
  }

  // Sending the same answers again changes nothing, so a broken line is simply tried again.
  async function post(address, request, tries = 3) {
    try {
      return await fetch(address, request);
    } catch (failure) {
      if (tries <= 1) throw failure;
      await new Promise((wake) => setTimeout(wake, 700));
      return post(address, request, tries - 1);
    }
  }

  async function send(complete) {
    const body = JSON.stringify({ answers: collect(), key: key(), token, complete });
    const headers = { "Content-Type": "application/json", "X-Huiyin-CSRF": "1" };
    const reply = await post(`/api/v1/public/surveys/${encodeURIComponent(slug)}/answers`, { method: "POST", headers, body, keepalive: true });
    if (reply.ok) return reply.json();
    const { error } = await reply.json().catch(() => ({}));
    throw Object.assign(new Error(error?.code ?? String(reply.status)), { code: error?.code });
  }

  function missing() {
    const answers = collect();
    return fields.find((field) => !field.hidden && field.dataset.required === "1" && answers[field.dataset.name] === undefined);
  }

  function thank() {
    form.hidden = true;
    const thanks = document.getElementById("thanks");
    thanks.hidden = false;
    thanks.focus();
  }

  function changed() {
    collect();
    clearTimeout(timer);
    timer = setTimeout(() => (sending = sending.then(() => send(false)).then(({ state }) => state === "complete" && thank(), () => {})), 800);
  }

  form.addEventListener("input", changed);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const problem = document.getElementById("problem");
    const unanswered = missing();
    problem.textContent = unanswered ? "还有必答题没有回答。" : "";
    if (unanswered) {
      unanswered.querySelector("input,textarea,select").focus();
      return;
    }
    clearTimeout(timer);
    const button = form.querySelector("button");
    button.disabled = true;
    try {
      await sending;
      await send(true);
      thank();
    } catch (failure) {
      const words = { survey_closed: "这份问卷已经结束。", unknown_token: "这个个人链接无效。", too_many_requests: "提交太频繁，请稍后再试。" };
      problem.textContent = words[failure.code] ?? "没有发送成功，请检查网络后再提交一次。";
    } finally {
      button.disabled = false;
    }
  });
  collect();
  if ([...new URLSearchParams(location.search).keys()].some((name) => name !== "t")) changed();
})();
