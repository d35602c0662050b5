import type { WordKey } from "@/i18n/i18n";
import type { ConnectorKind } from "@/features/connectors/queries";

/** A setting of a connector, as its JSON Schema describes it. */
export interface Setting {
  name: string;
  about: string;
  shape: "text" | "secret" | "number" | "switch" | "choice" | "list" | "pairs";
  choices: string[];
  initial: unknown;
  required: boolean;
}

interface Property {
  type?: string;
  format?: string;
  enum?: string[];
  default?: unknown;
  description?: string;
}

/** What a person calls the settings; a third party's own keep their description. */
export const SETTING_WORDS: Partial<Record<string, WordKey>> = {
  column: "connector.setting.column",
  folder: "connector.setting.folder",
  host: "connector.setting.host",
  items: "connector.setting.items",
  mapping: "connector.setting.mapping",
  password: "connector.setting.password",
  path: "connector.setting.path",
  pattern: "connector.setting.pattern",
  port: "connector.setting.port",
  product: "connector.setting.product",
  query: "connector.setting.query",
  secret: "connector.setting.secret",
  stream: "connector.setting.stream",
  subject: "connector.setting.subject",
  url: "connector.setting.url",
  user: "connector.setting.user",
};

function shapeOf({ type, format, enum: choices }: Property): Setting["shape"] {
  if (choices) return "choice";
  if (format === "password") return "secret";
  if (type === "integer" || type === "number") return "number";
  if (type === "boolean") return "switch";
  if (type === "array") return "list";
  return type === "object" ? "pairs" : "text";
}

/** Returns the settings of a kind, the required ones first. */
export function settingsOf(kind: ConnectorKind): Setting[] {
  const schema = kind.config_schema as { properties?: Record<string, Property>; required?: string[] };
  const all = Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    about: property.description ?? name,
    shape: shapeOf(property),
    choices: property.enum ?? [],
    initial: property.default,
    required: schema.required?.includes(name) ?? false,
  }));
  return [...all.filter(({ required }) => required), ...all.filter(({ required }) => !required)];
}

/** Writes field → path pairs as the lines that people edit. */
export function toLines(value: unknown): string {
  return Object.entries((value ?? {}) as Record<string, unknown>)
    .map(([field, path]) => `${field} = ${String(path)}`)
    .join("\n");
}

/** Reads the lines back; a line without an equals sign is left out. */
export function fromLines(text: string): Record<string, string> {
  const pairs = text.split("\n").map((line) => line.split("=").map((part) => part.trim()));
  return Object.fromEntries(pairs.filter((pair) => pair.length > 1 && pair[0]).map(([field, ...rest]) => [field, rest.join("=")]));
}

/** Returns the settings that differ from what the server would take by itself. */
export function configOf(settings: Setting[], values: Record<string, unknown>): Record<string, unknown> {
  const told = settings.map(({ name, shape }) => {
    const value = values[name];
    return [name, shape === "pairs" && typeof value === "string" ? fromLines(value) : value] as const;
  });
  return Object.fromEntries(told.filter(([, value]) => value !== undefined && value !== null && value !== ""));
}
