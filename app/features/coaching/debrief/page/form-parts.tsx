import { useHydrated } from "#app/ui/use-hydrated.ts";

/** Why what was posted was not done. */
export function Refusal({ why }: { why: string }) {
  return (
    <p role="alert" className="rounded-md bg-alarm-wash px-3 py-2 text-sm text-alarm">
      {why}
    </p>
  );
}

/** A page that watches the stream need not wait for the words. */
export function LiveField() {
  return useHydrated() ? <input type="hidden" name="live" value="yes" /> : null;
}
