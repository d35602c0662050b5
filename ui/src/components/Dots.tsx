import type { ReactNode } from "react";

/** Short facts on one line, parted by a small drawn dot; empty ones are left out. */
export function Dots({ items }: { items: ReactNode[] }) {
  return (
    <span className="dots">
      {items.filter(Boolean).map((item, index) => (
        <span key={index}>{item}</span>
      ))}
    </span>
  );
}
