import { useEffect, useState } from "react";

/** True once `so` has held for `ms`; a change of `since` starts the time anew. */
export function useLasting(so: boolean, ms: number, since?: unknown): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    setLasting(false);
    if (!so) return;
    const timer = setTimeout(() => setLasting(true), ms);
    return () => clearTimeout(timer);
  }, [so, ms, since]);
  return lasting && so;
}
