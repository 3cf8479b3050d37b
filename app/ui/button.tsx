import type { ComponentProps } from "react";
import { Link } from "react-router";

type Kind = "primary" | "quiet" | "plain";

type ButtonProps = ComponentProps<"button"> & { kind?: Kind };

/** Every button is at least 44 px high. Submits by default, as in plain HTML. */
export function Button({ kind = "primary", className = "", type = "submit", ...rest }: ButtonProps) {
  return <button type={type} className={`${shape} ${looks[kind]} ${className}`} {...rest} />;
}

type ButtonLinkProps = ComponentProps<typeof Link> & { kind?: Kind };

/** A link that leads on as the page's main step. */
export function ButtonLink({ kind = "primary", className = "", ...rest }: ButtonLinkProps) {
  return <Link className={`${shape} ${looks[kind]} ${className}`} {...rest} />;
}

const shape =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-md px-5 py-2 text-sm font-semibold no-underline transition-colors hover:no-underline disabled:opacity-60";

const looks: Record<Kind, string> = {
  // The edge shows only where a system paints its own colours over ours (forced-colors).
  primary: "border border-transparent bg-pen text-on-pen hover:bg-pen-deep",
  quiet: "border border-control bg-sheet text-ink hover:border-pen hover:text-pen",
  plain: "px-2 text-pen underline decoration-1 underline-offset-4 hover:decoration-2",
};
