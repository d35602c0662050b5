import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const source = fileURLToPath(new URL("./src", import.meta.url));
const built = fileURLToPath(new URL("../src/huiyin/web/static", import.meta.url));

/** In development the pages come from Vite and the answers from a running `huiyin serve`. */
const api = process.env.HUIYIN_API ?? "http://127.0.0.1:8600";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": source } },
  server: { proxy: { "/api": api } },
  build: {
    outDir: built,
    emptyOutDir: true,
    target: "es2022",
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        /* What changes only with a library keeps its name, and so its place in the browser's cache. */
        codeSplitting: { groups: [{ name: "react", test: /node_modules\/(react|react-dom|react-router|scheduler|@tanstack\/(react-)?query(-core)?)\// }] },
      },
    },
  },
});
