import { useCallback, useState, useSyncExternalStore } from "react";
import { OneByOne, type Told } from "./one-by-one.ts";

/** What a live region shows now, and how to have something said there. */
export function useOneByOne(): { shown: string; say: (texts: Told[]) => void } {
  const [line] = useState(() => new OneByOne());
  const listen = useCallback((changed: () => void) => line.listen(changed), [line]);
  const shown = useSyncExternalStore(
    listen,
    () => line.shown,
    () => "",
  );
  const say = useCallback((texts: Told[]) => line.say(texts), [line]);
  return { shown, say };
}
