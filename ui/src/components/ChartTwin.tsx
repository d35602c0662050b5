import type { Table } from "@/api/types";
import { Heads } from "@/components/Heads";

/** Whole numbers are grouped as they are on paper. */
function written(cell: Table["rows"][number][number]) {
  return typeof cell === "number" && Number.isInteger(cell) ? cell.toLocaleString("en-US") : (cell ?? "—");
}

/** The same figure as rows, made by the server beside the picture. */
export function ChartTwin({ table, label, height }: { table: Table; label: string; height: number }) {
  return (
    <div className="chart-twin" style={{ height }} tabIndex={0} role="region" aria-label={label}>
      <table>
        <Heads names={table.columns} />
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>{written(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
