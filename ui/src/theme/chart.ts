/** The look of a chart comes from the page's tokens; its data and marks come from the server. */

const read = (style: CSSStyleDeclaration, name: string) => style.getPropertyValue(`--${name}`).trim();

export function chartTheme(style: CSSStyleDeclaration): Record<string, unknown> {
  const token = (name: string) => read(style, name);
  const axis = {
    axisLine: { lineStyle: { color: token("line-strong") } },
    axisTick: { show: false },
    axisLabel: { color: token("ink-3"), fontSize: 11.5 },
    splitLine: { lineStyle: { color: token("line") } },
    nameTextStyle: { color: token("ink-3"), fontSize: 11.5 },
  };
  return {
    color: [token("accent"), token("ink-3"), token("positive"), token("negative")],
    textStyle: { fontFamily: token("font"), color: token("ink-2") },
    categoryAxis: { ...axis, splitLine: { show: false } },
    timeAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    logAxis: axis,
    line: { symbol: "none", lineStyle: { width: 2 } },
    // A label without a colour of its own is drawn hollow, which nobody can read in the dark.
    scatter: { label: { color: token("ink-2") } },
    bar: { label: { color: token("ink-2") } },
    legend: { textStyle: { color: token("ink-2"), fontSize: 12 }, icon: "roundRect", itemWidth: 12, itemHeight: 6, itemGap: 20 },
    tooltip: {
      backgroundColor: token("raised"),
      borderColor: token("line"),
      borderWidth: 1,
      padding: [8, 12],
      textStyle: { color: token("ink"), fontSize: 12.5 },
      extraCssText: "box-shadow: var(--shadow-high); border-radius: 8px;",
    },
    markLine: { lineStyle: { color: token("ink-3") }, label: { color: token("ink-3") } },
  };
}

const TOKEN = /^(?:var\(--|@|\$)([a-z0-9-]+)\)?$/;

/** An option may name a page colour ("var(--negative)"), so that one option serves light and dark. */
export function resolveColours<T>(option: T, style: CSSStyleDeclaration): T {
  if (typeof option === "string") {
    const name = TOKEN.exec(option)?.[1];
    return ((name && read(style, name)) || option) as T;
  }
  if (Array.isArray(option)) return option.map((item) => resolveColours(item as unknown, style)) as T;
  if (option && typeof option === "object") {
    return Object.fromEntries(Object.entries(option).map(([key, value]) => [key, resolveColours(value as unknown, style)])) as T;
  }
  return option;
}
