import WifiOff from "lucide-react/icons/wifi-off";
import { useSyncExternalStore } from "react";
import { useBlocker } from "react-router";
import { Notice } from "./notice.tsx";
import { offlineWords } from "./ui-words.ts";

/** Says that the network is away, as soon as the browser knows, and nothing while it is there. */
export function OfflineNotice() {
  const online = useOnline();
  // The region stands before it has anything to say: one that comes together with its words goes unheard.
  return <div role="status">{online ? null : <Offline />}</div>;
}

export function Offline() {
  return <Notice icon={WifiOff}>{offlineWords}</Notice>;
}

/** See `Stay`, which is there only where it is needed: one that is always there warns of every plain link to a place on the page. */
export function StayWhileOffline() {
  return useOnline() ? null : <Stay />;
}

/**
 * Keeps the page while there is no network to fetch another one with: React Router answers a part it cannot fetch with a
 * reload, and a reload without network leaves nothing at all.
 */
function Stay() {
  useBlocker(
    ({ currentLocation, nextLocation }) =>
      !navigator.onLine && currentLocation.pathname !== nextLocation.pathname,
  );
  return null;
}

function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
}

function subscribe(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}
