import type { Sql, TransactionSql } from "postgres";

const lookEveryMs = 500;
const afterglowMs = 10_000;

/** What is waited for; `on` names its connection once it has been sent there, and `sentAt` when that was first seen. */
type Waiting = { on(): object | null; sentAt: number | null };

/**
 * A client whose queries end within about `deadlineMs` of being sent, and that uses no connection again which broke under
 * somebody. postgres.js waits for ever on a connection whose other side is gone without a word (porsager/postgres#1089);
 * and one that broke it opens again for the next question while the transaction that ran on it still asks (#1155), after
 * which answers reach the wrong question. It cannot drop a single connection, so the whole pool is opened anew then: what
 * still ran on the old one is rejected, which is what its callers must be ready for anyway. Waiting for a free
 * connection, or behind other queries of one that answers, is not held against the database.
 */
export function withDeadline(open: () => Sql, deadlineMs: number): { client: Sql; close(): Promise<void> } {
  let pool = open();
  const waiting = new Set<Waiting>();

  /** When each connection last answered anything. */
  const answeredAt = new WeakMap<object, number>();

  const watch = setInterval(() => {
    const now = performance.now();
    const stuck = [...waiting].some((one) => {
      const connection = one.on();
      if (!connection) return false;
      one.sentAt ??= now;
      return now - Math.max(one.sentAt, answeredAt.get(connection) ?? 0) > deadlineMs;
    });
    if (stuck) openAnew();
  }, lookEveryMs);
  watch.unref();

  function openAnew(): void {
    const stuck = pool;
    pool = open();
    // Drizzle tells a client how it wants JSON and dates when it gets it, and it gets only the first.
    Object.assign(pool.options.serializers, stuck.options.serializers);
    Object.assign(pool.options.parsers, stuck.options.parsers);
    waiting.clear();
    // Not waited for: its connections may never answer.
    void stuck.end({ timeout: 0 });
    // One that was just being opened again is so all the same, and would then stay for an hour.
    setTimeout(() => void (stuck as Closable).close(), afterglowMs).unref();
  }

  function watched<Result extends PromiseLike<unknown>>(
    result: Result,
    on: () => object | null,
    onBroken: () => void = () => {},
  ): Result {
    const one: Waiting = { on, sentAt: null };
    const asked = pool;
    waiting.add(one);
    const settled = () => {
      waiting.delete(one);
      const connection = on();
      if (connection) answeredAt.set(connection, performance.now());
    };
    result.then(settled, (error: unknown) => {
      settled();
      if (!isBroken(error)) return;
      onBroken();
      if (pool === asked) openAnew();
    });
    return result;
  }

  function watching<Client extends Sql | TransactionSql>(
    client: () => Client,
    onBroken?: () => void,
  ): Client {
    return new Proxy(client(), {
      get(_, property) {
        const current = client();
        if (property === "unsafe") {
          return (...[text, values, options]: Parameters<Sql["unsafe"]>) => {
            // Drizzle asks by text, and prepares only what has a name there. Each text is ours and does not grow with what is
            // asked for, so all are read and planned once for each connection, and need one way to the database, not two.
            const query = current.unsafe(text, values, { ...options, prepare: true });
            // postgres.js notes the connection on a query once it has been sent.
            return watched(query, () => Reflect.get(query, "state") as object | null, onBroken);
          };
        }
        if (property === "begin" && "begin" in current) return begin(current);
        return Reflect.get(current, property, current);
      },
    });
  }

  function begin(current: Sql) {
    return (...given: unknown[]) => {
      const work = given.at(-1) as (transaction: TransactionSql) => Promise<unknown>;
      let working = false;
      let asked = false;
      let lost = false;
      const lose = () => void (lost = true);
      const transaction = current.begin(async (inner) => {
        working = asked = true;
        try {
          return await work(watching(() => (lost ? refuse() : inner), lose));
        } finally {
          working = false;
          // A COMMIT or ROLLBACK would reach whoever has the connection now. That this is over has been told already.
          if (lost) await new Promise<never>(() => {});
        }
      });
      transaction.catch(lose);
      // Its queries are watched one by one; between them the code may think. What is left is the commit.
      return watched(transaction, () => (asked && !working ? transaction : null));
    };
  }

  return {
    client: watching(() => pool),
    close() {
      clearInterval(watch);
      return pool.end({ timeout: 3 });
    },
  };
}

/** What its types do not tell. */
type Closable = Sql & { close(): Promise<void> };

function refuse(): never {
  throw Object.assign(new Error("the transaction's connection is gone"), { code: "CONNECTION_CLOSED" });
}

/** Did the connection break while it was in use, or while it was made ready for that? */
function isBroken(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return ["CONNECTION_CLOSED", "CONNECT_TIMEOUT", "ECONNRESET", "EPIPE", "ETIMEDOUT"].includes(code);
}
