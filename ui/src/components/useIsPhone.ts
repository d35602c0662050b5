import { useSyncExternalStore } from "react";

const PHONE = "(width <= 760px)";

function subscribe(notify: () => void): () => void {
  const media = matchMedia(PHONE);
  media.addEventListener("change", notify);
  return () => media.removeEventListener("change", notify);
}

export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(PHONE).matches);
}
