import { lazy, Suspense } from "react";
import { useSearchParams } from "react-router";

const ActionDrawer = lazy(() => import("@/features/actions/CreateDrawer"));
const VoiceDrawer = lazy(() => import("@/features/verbatims/VoiceDrawer"));

/** Drawers are part of the URL, so any page can open one by a link and Back closes it. */
export function Overlays() {
  const [search, setSearch] = useSearchParams();
  const close = (key: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.delete(key);
      return next;
    });
  const aspect = search.get("new-action");
  const voice = search.get("voice");
  return (
    <Suspense fallback={null}>
      {aspect !== null && <ActionDrawer aspect={aspect} onClose={() => close("new-action")} />}
      {voice !== null && <VoiceDrawer id={voice} onClose={() => close("voice")} />}
    </Suspense>
  );
}
