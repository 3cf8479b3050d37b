import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";

export default defineConfig({
  plugins: [tailwindcss(), developmentServer(), reactRouter()],
  environments: {
    // The Node process is the entry of the server build, so that pages, streams and signals share one module graph.
    ssr: { build: { rollupOptions: { input: "./app/server.ts" } } },
  },
});

/** `npm run dev` answers through `app/server.ts` too: the same gate, headers and origin check as in production. */
function developmentServer(): Plugin {
  return {
    name: "development-server",
    apply: "serve",
    configureServer(vite) {
      return () => {
        vite.middlewares.use(async (request, response, next) => {
          try {
            const { developmentListener } = await vite.ssrLoadModule("/app/development.server.ts");
            request.url = request.originalUrl;
            (await developmentListener())(request, response);
          } catch (error) {
            next(error);
          }
        });
      };
    },
  };
}
