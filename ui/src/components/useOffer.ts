import type { FormInstance } from "antd";
import { useCallback, useRef } from "react";

/** Puts values into a form's field: the one offered before gives way, what a person has written stays. */
export function useOffer<Value>(form: FormInstance, field: string | readonly string[]): (value: Value) => void {
  // Whether a field was touched does not tell: setting a value touches it too.
  const offered = useRef<Value>(undefined);
  return useCallback(
    (value: Value) => {
      const path = typeof field === "string" ? field : [...field];
      const written = form.getFieldValue(path) as Value | undefined;
      if (written && written !== offered.current) return;
      offered.current = value;
      form.setFieldValue(path, value);
    },
    [form, field],
  );
}
