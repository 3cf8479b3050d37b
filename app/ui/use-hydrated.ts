import { useEffect, useState } from "react";

/** True once JavaScript has taken over the page; the server and the first render say false, so that both agree. */
export function useHydrated(): boolean {
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  return hydrated;
}
