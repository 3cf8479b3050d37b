/** Not there, or not yours: the same page either way. */
export function loader() {
  throw new Response(null, { status: 404 });
}

/** A post to an address that does not exist is no more there than the page. */
export const action = loader;

export default function NotFound() {
  return null;
}
