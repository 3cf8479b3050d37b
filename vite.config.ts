import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  environments: {
    // The Node process is the entry of the server build, so that pages, streams and signals share one module graph.
    ssr: { build: { rollupOptions: { input: "./app/server.ts" } } },
  },
});
