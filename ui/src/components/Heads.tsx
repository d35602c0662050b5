import type { ReactNode } from "react";

/** The names over a table's columns; "" over the one that names the rows. */
export function Heads({ names }: { names: readonly ReactNode[] }) {
  return (
    <thead>
      <tr>
        {names.map((name, at) => (
          <th key={at} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
