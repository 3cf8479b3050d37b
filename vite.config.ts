import type { RequestListener } from "node:http";
import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";

export default defineConfig({
  // Answers to other origins are the app's to give, and it gives none.
  server: { cors: false },
  // A package found only while a page is open would reload that page: look through all of them at the start.
  optimizeDeps: { entries: ["app/**/*.tsx", "app/streaming/follow-turn.ts"] },
  plugins: [tailwindcss(), developmentServer(), reactRouter()],
  environments: {
    // What changes only with its version is one file: it compresses better as a whole, and a deploy leaves it in the cache.
    client: {
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: "framework", test: /node_modules\/(react|react-dom|react-router|scheduler)\// },
                // So are the parts of every page: many small files compress badly, and each is named by each page.
                { name: "ui", test: /\/app\/ui\/|node_modules\/lucide-react\//, minShareCount: 3 },
              ],
            },
          },
        },
      },
    },
    // The Node process is the entry of the server build, so that pages, streams and signals share one module graph.
    ssr: {
      build: { rollupOptions: { input: "./app/server.ts" } },
      // Hundreds of modules under one enormous package.json, which Node reads again for each: a second at every start.
      resolve: { noExternal: ["drizzle-orm"] },
    },
  },
});

/** `npm run dev` answers through `app/server.ts` too: the same gate, headers and origin check as in production. */
function developmentServer(): Plugin {
  return {
    name: "development-server",
    apply: "serve",
    configureServer(vite) {
      async function listener(): Promise<RequestListener> {
        const { developmentListener } = await vite.ssrLoadModule("/app/development.server.ts");
        return developmentListener();
      }
      // Vite's own socket has another path, and looks away from what is not its own.
      vite.httpServer?.on("upgrade", async (request, socket, head) => {
        if (!request.url?.startsWith("/ws/")) return;
        try {
          const { developmentSockets } = await vite.ssrLoadModule("/app/development.server.ts");
          (await developmentSockets()).upgrade(request, socket, head);
        } catch (error) {
          vite.config.logger.error(String(error));
          socket.destroy();
        }
      });
      // At once, so that the invitation is there before the first request.
      vite.httpServer?.once("listening", () =>
        listener().catch((error: Error) => vite.config.logger.error(error.message)),
      );
      return () => {
        vite.middlewares.use(async (request, response, next) => {
          try {
            request.url = request.originalUrl;
            (await listener())(request, response);
          } catch (error) {
            next(error);
          }
        });
      };
    },
  };
}
