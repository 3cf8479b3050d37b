type QrCodeProps = {
  /** Modules on a side, the quiet border included. */
  size: number;
  /** The dark modules, as the path of an SVG. */
  path: string;
  /** What it leads to, for those who do not see it. */
  label: string;
};

/** A square to point a phone at. Black on white in every theme: a camera reads nothing else for sure. */
export function QrCode({ size, path, label }: QrCodeProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-52 max-w-full rounded-md border border-line forced-color-adjust-none"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
