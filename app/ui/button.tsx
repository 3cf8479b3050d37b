import type { ComponentProps } from "react";
import { Link, useNavigation } from "react-router";

type Kind = "primary" | "quiet" | "plain";

type ButtonProps = ComponentProps<"button"> & {
  kind?: Kind;
  /** What it was pressed for is under way: a second press does nothing, and the focus stays where it is. */
  busy?: boolean;
};

/** Every button is at least 44 px high. Submits by default, as in plain HTML. */
export function Button({
  kind = "primary",
  busy = false,
  className = "",
  type = "submit",
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={`${shape} ${looks[kind]} ${className}`}
      aria-disabled={busy || undefined}
      // A mark of its own: a button that is at rest for another reason, as Send beside an empty box, must not move for ever.
      data-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    />
  );
}

/** The button of a form that posts: busy until the answer is there. */
export function SubmitButton(props: Omit<ButtonProps, "busy">) {
  return <Button {...props} busy={useNavigation().formMethod === "POST"} />;
}

type ButtonLinkProps = ComponentProps<typeof Link> & { kind?: Kind };

/** A link that leads on as the page's main step. */
export function ButtonLink({ kind = "primary", className = "", ...rest }: ButtonLinkProps) {
  return <Link className={`${shape} ${looks[kind]} ${className}`} {...rest} />;
}

const shape =
  "inline-flex min-h-target items-center justify-center gap-2 rounded-md py-2 text-sm font-semibold no-underline transition-colors hover:no-underline disabled:opacity-60 data-busy:animate-pulse data-busy:cursor-progress";

const looks: Record<Kind, string> = {
  // The edge shows only where a system paints its own colours over ours (forced-colors).
  primary: "px-5 border border-transparent bg-pen text-on-pen hover:bg-pen-deep",
  quiet: "px-5 border border-control bg-sheet text-ink hover:border-pen hover:text-pen",
  plain: "-mx-2 px-2 text-pen underline decoration-1 underline-offset-4 hover:decoration-2",
};
