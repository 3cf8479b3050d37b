import { createContext, type MiddlewareFunction } from "react-router";

/** Set by `entry.server` when a request failed because the database was away. */
export const databaseAwayContext = createContext<boolean>(false);

const retryAfterSeconds = 5;

/** A database that is away is nobody's mistake and passes: 503, and when to ask again, in place of 500. */
export const databaseMiddleware: MiddlewareFunction<Response> = async ({ context }, next) => {
  const response = await next();
  if (response.status < 500 || !context.get(databaseAwayContext)) return response;
  const headers = new Headers(response.headers);
  headers.set("Retry-After", String(retryAfterSeconds));
  return new Response(response.body, { status: 503, headers });
};
