import { useEffect } from "react";

/** Another tab may have gone on meanwhile: whoever comes back to this one sees what is there now. */
export function useFreshWhenSeen(refresh: () => void): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") refresh();
    };
    document.addEventListener("visibilitychange", look);
    addEventListener("focus", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      removeEventListener("focus", look);
    };
  }, [refresh]);
}
