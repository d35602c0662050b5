import { useEffect, useState } from "react";

interface Handlers {
  open?: (index: number) => void;
  act?: (index: number) => void;
}

/** j and k walk a list, Enter opens, e starts an action; -1 while the keyboard has not been used. */
export function useRowKeys(count: number, { open, act }: Handlers): number {
  const [current, setCurrent] = useState(-1);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [role=dialog]");
      if (inField || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === "j") setCurrent((at) => Math.min(count - 1, at + 1));
      else if (event.key === "k") setCurrent((at) => Math.max(0, at - 1));
      else if (current >= 0 && event.key === "Enter" && event.target === document.body) open?.(current);
      else if (current >= 0 && event.key === "e") act?.(current);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [count, current, open, act]);
  return current;
}
