import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type NoticeProps = {
  icon?: LucideIcon;
  /** "alarm" for what went wrong, "calm" for everything else. */
  tone?: "calm" | "alarm";
  /** One small form or link: what to do about it. */
  action?: ReactNode;
  children: ReactNode;
};

/** A state said in words, with what to do next to it. */
export function Notice({ icon: Icon, tone = "calm", action, children }: NoticeProps) {
  const color = tone === "alarm" ? "text-alarm" : "text-ink-soft";
  return (
    <div className={`flex flex-wrap items-center gap-x-3 gap-y-1 text-sm ${color}`}>
      <p className="inline-flex items-baseline gap-2">
        {Icon ? <Icon aria-hidden="true" className="size-4 shrink-0 translate-y-0.5" /> : null}
        <span>{children}</span>
      </p>
      {action}
    </div>
  );
}
