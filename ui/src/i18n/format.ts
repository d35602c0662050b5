import type { Language } from "@/i18n/i18n";

/** How numbers and times are written; nothing here computes a figure. */

const ZONE = "Asia/Shanghai";

export function formatCount(value: number, language: Language): string {
  if (language === "en") {
    const compact = Math.abs(value) >= 100_000;
    return new Intl.NumberFormat("en", compact ? { notation: "compact", maximumFractionDigits: 1 } : {}).format(value);
  }
  if (Math.abs(value) >= 1e8) return `${trim(value / 1e8)}亿`;
  if (Math.abs(value) >= 1e5) return `${trim(value / 1e4)}万`;
  return new Intl.NumberFormat("zh-CN").format(value);
}

function trim(value: number): string {
  return value.toFixed(value >= 100 ? 0 : 1).replace(/\.0$/, "");
}

/** The API gives shares in 0..1. */
export function formatPercent(value: number, digits = 1): string {
  return `${(value * 100).toFixed(digits)}%`;
}

export function formatDecimal(value: number, digits = 1): string {
  return value.toFixed(digits);
}

const STAMPS = new Map<string, Intl.DateTimeFormat>();

function stamp(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let found = STAMPS.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { timeZone: ZONE, ...options });
    STAMPS.set(key, found);
  }
  return found;
}

export function formatDateTime(iso: string, language: Language): string {
  return stamp(language, {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  }).format(new Date(iso));
}

export function formatClock(iso: string, language: Language): string {
  return stamp(language, { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false }).format(
    new Date(iso),
  );
}

/** A day as the API writes it, YYYY-MM-DD, shortened for reading. */
export function formatDay(day: string, language: Language): string {
  const date = new Date(`${day.slice(0, 10)}T12:00:00+08:00`);
  const thisYear = date.getFullYear() === new Date().getFullYear();
  const options: Intl.DateTimeFormatOptions = { month: language === "zh" ? "long" : "short", day: "numeric" };
  return stamp(language, thisYear ? options : { ...options, year: "numeric" }).format(date);
}

/** Today in Beijing as the API writes days. */
export function beijingDay(offsetDays = 0): string {
  const shifted = new Date(Date.now() + offsetDays * 86_400_000);
  return new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format(shifted);
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

export function formatAge(iso: string, language: Language, now = Date.now()): string {
  const seconds = Math.round((now - new Date(iso).getTime()) / 1000);
  const relative = new Intl.RelativeTimeFormat(language === "zh" ? "zh-CN" : "en", { numeric: "auto" });
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return relative.format(-Math.round(seconds / size), unit);
  }
  return relative.format(-Math.max(0, seconds), "second");
}

/** A length of time in the unit that reads best: 45 秒, 12 分钟, 3.2 小时. */
export function formatDuration(seconds: number, language: Language): string {
  const [unit, size] = STEPS.find(([, length]) => seconds >= length) ?? (["second", 1] as const);
  const style = { style: "unit", unit, unitDisplay: language === "zh" ? "long" : "short", maximumFractionDigits: seconds / size < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(language === "zh" ? "zh-CN" : "en", style).format(seconds / size);
}
