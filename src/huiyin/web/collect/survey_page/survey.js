// The public survey page: shows what applies, keeps answers as they come, sends them once more when complete.
(() => {
  const form = document.getElementById("survey");
  const { slug, language, words } = JSON.parse(document.getElementById("settings").textContent);
  const address = new URLSearchParams(location.search);
  const token = address.get("t");
  const via = window !== parent ? "embed" : token ? "mail" : address.get("via") === "qr" ? "qr" : "link";
  const store = `huiyin.survey.${slug}`;
  const fields = [...form.querySelectorAll(".question")];
  const pages = [...form.querySelectorAll(".page")];
  const get = (id) => document.getElementById(id);
  let timer = 0;
  let sending = Promise.resolve();

  function remembered(name, value) {
    try {
      if (value === null) localStorage.removeItem(name);
      else if (value !== undefined) localStorage.setItem(name, value);
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  }
  function random() {
    return [...crypto.getRandomValues(new Uint8Array(18))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  const draft = `${store}.draft.${token ?? ""}`;
  const key = remembered(store) ?? random();
  remembered(store, key);

  function element(tag, given, ...children) {
    const made = Object.assign(document.createElement(tag), given);
    made.append(...children);
    return made;
  }

  // Each respondent sees one of the designs, always the same.
  function layOut(field) {
    const place = field.querySelector(".sets");
    const { items, designs, most, least } = JSON.parse(place.dataset.sets);
    const version = [...(token ?? key)].reduce((sum, mark) => sum + mark.charCodeAt(0), 0) % designs.length;
    field.dataset.version = version;
    const point = (name, item, label) => {
      const input = element("input", { type: "radio", name, value: items[item][0], ariaLabel: `${label}：${items[item][1]}` });
      return element("label", { className: "point" }, input, element("span", { textContent: "✓" }));
    };
    designs[version].forEach((shown, number) => {
      const name = `${field.dataset.name}.${number}`;
      const head = words.set.replace("{number}", number + 1).replace("{count}", designs[version].length);
      const set = element("div", { className: "set" }, element("b", { textContent: most }), element("b", { textContent: head }), element("b", { textContent: least }));
      for (const item of shown) {
        set.append(point(`${name}.best`, item, most), element("span", { className: "item", textContent: items[item][1] }), point(`${name}.worst`, item, least));
      }
      place.append(set);
    });
  }

  const picked = (name) => form.querySelector(`input[name="${CSS.escape(name)}"]:checked`)?.value;

  function byRow(field, read) {
    const found = {};
    field.querySelectorAll(".row").forEach((row, place) => {
      const value = read(`${field.dataset.name}.${place}`);
      if (value !== undefined) found[row.dataset.row] = value;
    });
    return Object.keys(found).length ? found : undefined;
  }

  const readers = {
    comment: ({ dataset }) => form.elements[dataset.name].value.trim() || undefined,
    rating: ({ dataset }) => (picked(dataset.name) === undefined ? undefined : Number(picked(dataset.name))),
    boolean: ({ dataset }) => (picked(dataset.name) === undefined ? undefined : picked(dataset.name) === "true"),
    radiogroup: ({ dataset }) => picked(dataset.name),
    checkbox(field) {
      const values = [...field.querySelectorAll("input:checked")].map(({ value }) => value);
      return values.length ? values : undefined;
    },
    matrix: (field) => byRow(field, picked),
    kano: (field) =>
      byRow(field, (name) => {
        const pair = [picked(`${name}.has`), picked(`${name}.lacks`)];
        return pair.includes(undefined) ? undefined : pair.map(Number);
      }),
    maxdiff(field) {
      const picks = [...field.querySelectorAll(".set")].map((_, number) => {
        const pair = [picked(`${field.dataset.name}.${number}.best`), picked(`${field.dataset.name}.${number}.worst`)];
        return pair.includes(undefined) ? null : pair;
      });
      return picks.some(Boolean) ? { version: Number(field.dataset.version), picks } : undefined;
    },
  };
  readers.text = readers.dropdown = readers.comment;

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

  // An answer as the respondent read it on the page.
  function spoken(name, answers) {
    const field = fields.find(({ dataset }) => dataset.name === name);
    const given = answers[name];
    if (!field || given === undefined) return "";
    const own = answers[`${name}-Comment`];
    const read = (value) => {
      if (value === "other" && own) return own;
      const option = [...field.querySelectorAll("option")].find((one) => one.value === value);
      const input = [...field.querySelectorAll("input:checked")].find((one) => one.value === String(value));
      return option?.textContent ?? input?.parentElement.textContent.trim() ?? String(value);
    };
    return [given].flat().map(read).join(words.joint);
  }

  function collect() {
    const answers = {};
    for (const field of fields) {
      field.hidden = Boolean(field.dataset.if) && !holds(field.dataset.if, answers);
      const value = field.hidden ? undefined : readers[field.dataset.kind](field);
      if (value !== undefined) answers[field.dataset.name] = value;
      const other = field.querySelector(".other");
      if (!other) continue;
      other.hidden = !(Array.isArray(value) ? value.includes("other") : value === "other");
      if (!other.hidden && other.value.trim()) answers[other.name] = other.value.trim();
    }
    for (const place of form.querySelectorAll("[data-piped]")) place.textContent = spoken(place.dataset.piped, answers) || "…";
    const shown = fields.filter((field) => !field.hidden);
    if (get("progress")) get("progress").value = shown.filter(({ dataset }) => answers[dataset.name] !== undefined).length / shown.length;
    return answers;
  }

  // Sending the same answers again changes nothing, so a broken line is simply tried again.
  async function post(to, request, tries = 3) {
    try {
      return await fetch(to, request);
    } catch (failure) {
      if (tries <= 1) throw failure;
      await new Promise((wake) => setTimeout(wake, 700));
      return post(to, request, tries - 1);
    }
  }

  async function send(complete) {
    const body = JSON.stringify({ answers: collect(), key, token, complete, language, via });
    const headers = { "Content-Type": "application/json", "X-Huiyin-CSRF": "1" };
    const reply = await post(`/api/v1/public/surveys/${encodeURIComponent(slug)}/answers`, { method: "POST", headers, body, keepalive: true });
    if (reply.ok) return reply.json();
    const { error } = await reply.json().catch(() => ({}));
    throw Object.assign(new Error(error?.code ?? String(reply.status)), { code: error?.code });
  }

  // A grid is answered once all its lines are.
  function isWhole(field, value) {
    if (value === undefined) return false;
    const lines = field.querySelectorAll(".row").length;
    return value.picks ? !value.picks.includes(null) : !lines || Object.keys(value).length === lines;
  }

  function missing(page) {
    const answers = collect();
    return fields.find((field) => !field.hidden && field.dataset.required === "1" && (!page || page.contains(field)) && !isWhole(field, answers[field.dataset.name]));
  }

  function isAnswered(page) {
    const field = missing(page);
    get("problem").textContent = field ? words.unanswered : "";
    const empty = field && ([...field.querySelectorAll(".row, .set")].find((line) => !line.querySelector("input:checked")) ?? field);
    empty?.querySelector("input,textarea,select").focus();
    empty?.scrollIntoView({ block: "center" });
    return !field;
  }

  function turn(step) {
    const now = pages.findIndex((page) => !page.hidden);
    if (step > 0 && !isAnswered(pages[now])) return;
    let next = now + step;
    while (pages[next + step] && ![...pages[next].querySelectorAll(".question")].some((field) => !field.hidden)) next += step;
    pages.forEach((page, place) => (page.hidden = place !== next));
    get("back").hidden = next === 0;
    get("next").hidden = next === pages.length - 1;
    form.querySelector("[type=submit]").hidden = !get("next").hidden;
    scrollTo(0, 0);
  }

  function thank() {
    form.hidden = true;
    get("thanks").hidden = false;
    get("thanks").focus();
    remembered(draft, null);
  }

  // Nothing matters most and least at once: the newer pick holds.
  function settle({ target }) {
    const twin = /^(.*)\.(best|worst)$/.exec(target.name ?? "");
    if (!twin) return;
    const other = `${twin[1]}.${twin[2] === "best" ? "worst" : "best"}`;
    const same = form.querySelector(`input[name="${CSS.escape(other)}"]:checked`);
    if (same?.value === target.value) same.checked = false;
  }

  function changed() {
    collect();
    remembered(draft, JSON.stringify([...new FormData(form)]));
    clearTimeout(timer);
    timer = setTimeout(() => (sending = sending.then(() => send(false)).then(({ state }) => state === "complete" && thank(), () => {})), 800);
  }

  function restore() {
    for (const [name, value] of JSON.parse(remembered(draft) ?? "[]")) {
      for (const input of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (input.type === "radio" || input.type === "checkbox") input.checked ||= input.value === value && !address.has(name);
        else if (!input.value) input.value = value;
      }
    }
  }

  async function submit(event) {
    event.preventDefault();
    if (!isAnswered()) return;
    clearTimeout(timer);
    const button = form.querySelector("[type=submit]");
    button.disabled = true;
    try {
      await sending;
      await send(true);
      thank();
    } catch (failure) {
      get("problem").textContent = words[failure.code] ?? words.failed;
    } finally {
      button.disabled = false;
    }
  }

  fields.filter(({ dataset }) => dataset.kind === "maxdiff").forEach(layOut);
  restore();
  form.addEventListener("input", settle);
  form.addEventListener("input", changed);
  form.addEventListener("submit", submit);
  get("next")?.addEventListener("click", () => turn(1));
  get("back")?.addEventListener("click", () => turn(-1));
  for (const other of document.querySelectorAll("[data-lang]")) {
    address.set("lang", other.dataset.lang);
    other.href = `?${address}`;
  }
  collect();
  // A mail scanner opens every link but touches nothing: the score in the address counts from the first touch on.
  if (fields.some(({ dataset }) => address.has(dataset.name))) {
    const touched = ({ isTrusted }) => isTrusted && changed();
    for (const sign of ["pointermove", "pointerdown", "keydown", "touchstart", "wheel"]) addEventListener(sign, touched, { once: true, passive: true });
  }
  if (window !== parent) new ResizeObserver(() => parent.postMessage({ huiyin: slug, height: document.documentElement.scrollHeight }, "*")).observe(document.body);
})();
