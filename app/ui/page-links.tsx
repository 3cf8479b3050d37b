import ArrowLeft from "lucide-react/icons/arrow-left";
import ArrowRight from "lucide-react/icons/arrow-right";
import { Link } from "react-router";
import { pageLinkWords } from "./ui-words.ts";

type PageLinksProps = {
  page: number;
  /** At least 1. */
  pages: number;
  /** The address of page n. */
  to(page: number): string;
};

/** From one page of a long list to the next. Nothing where there is one. */
export function PageLinks({ page, pages, to }: PageLinksProps) {
  if (pages === 1) return null;
  return (
    <nav
      aria-label={pageLinkWords.label}
      className="mt-4 grid grid-cols-[1fr_auto_1fr] items-center text-sm text-ink-soft"
    >
      {page === 1 ? (
        <span />
      ) : (
        <Link
          to={to(page - 1)}
          rel="prev"
          className="inline-flex min-h-target items-center gap-1.5 justify-self-start font-semibold"
        >
          <ArrowLeft aria-hidden="true" className="along size-4" />
          {pageLinkWords.newer}
        </Link>
      )}
      <span>{pageLinkWords.page(page, pages)}</span>
      {page === pages ? (
        <span />
      ) : (
        <Link
          to={to(page + 1)}
          rel="next"
          className="inline-flex min-h-target items-center gap-1.5 justify-self-end font-semibold"
        >
          {pageLinkWords.older}
          <ArrowRight aria-hidden="true" className="along size-4" />
        </Link>
      )}
    </nav>
  );
}
