import ArrowLeft from "lucide-react/icons/arrow-left";
import ArrowRight from "lucide-react/icons/arrow-right";
import { Link } from "react-router";
import { pageLinksWords } from "./ui-words.ts";

type PageLinksProps = {
  /** From 1. */
  page: number;
  pages: number;
  /** The address of a page. */
  to: (page: number) => string;
};

/** The ways through a long list, the latest first; nothing where it has one page. */
export function PageLinks({ page, pages, to }: PageLinksProps) {
  if (pages <= 1) return null;
  return (
    <nav
      aria-label={pageLinksWords.label}
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
          {pageLinksWords.newer}
        </Link>
      )}
      <span>{pageLinksWords.page(page, pages)}</span>
      {page === pages ? (
        <span />
      ) : (
        <Link
          to={to(page + 1)}
          rel="next"
          className="inline-flex min-h-target items-center gap-1.5 justify-self-end font-semibold"
        >
          {pageLinksWords.older}
          <ArrowRight aria-hidden="true" className="along size-4" />
        </Link>
      )}
    </nav>
  );
}
