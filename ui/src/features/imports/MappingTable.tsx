import { Select } from "antd";
import type { ImportPreview } from "@/api/types";
import { Heads } from "@/components/Heads";
import { useI18n, type WordKey } from "@/i18n/i18n";

interface Props {
  preview: ImportPreview;
  mapping: Record<string, string>;
  onChange: (mapping: Record<string, string>) => void;
}

const UNUSED = "";

/** Why the server proposes a field, in the reader's words. */
const REASONS: Record<string, WordKey> = {
  "the column's name": "import.reason.name",
  "the longest texts": "import.reason.longest",
  "its values are times": "import.reason.times",
  "no field is like it": "import.reason.none",
};

function fieldOf(mapping: Record<string, string>, column: string): string {
  return Object.keys(mapping).find((field) => mapping[field] === column) ?? UNUSED;
}

/** A column has one field and a field one column: choosing moves it. */
function remap(mapping: Record<string, string>, column: string, field: string): Record<string, string> {
  const rest = Object.entries(mapping).filter(([key, value]) => value !== column && key !== field);
  return Object.fromEntries(field === UNUSED ? rest : [...rest, [field, column]]);
}

export function MappingTable({ preview, mapping, onChange }: Props) {
  const { t, name } = useI18n();
  const options = [
    { value: UNUSED, label: t("import.unused") },
    ...preview.fields.map((field) => ({ value: field.name, label: name(field), title: field.about })),
  ];
  return (
    <table className="mapping">
      <Heads names={[t("import.column"), t("import.samples"), t("import.field")]} />
      <tbody>
        {preview.columns.map((column) => (
          <tr key={column.name}>
            <td style={{ fontWeight: 500 }}>{column.name}</td>
            <td>
              <span className="samples">
                {column.samples.slice(0, 3).map((sample, index) => (
                  <span key={index}>{sample}</span>
                ))}
              </span>
            </td>
            <td style={{ minWidth: 170 }}>
              <Select
                aria-label={t("import.fieldOf", { column: column.name })}
                style={{ width: "100%" }}
                value={fieldOf(mapping, column.name)}
                onChange={(field) => onChange(remap(mapping, column.name, field))}
                options={options}
                variant={fieldOf(mapping, column.name) === UNUSED ? "filled" : "outlined"}
              />
              <span className="quiet" style={{ fontSize: 12 }}>
                {REASONS[column.reason] ? t(REASONS[column.reason]!) : column.reason}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
