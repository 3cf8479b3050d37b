# One small image for Cloud Run or any container host. It holds no database: DATABASE_URL and SESSION_KEY are required.

FROM node:26-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY deploy ./deploy
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:26-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# The optional packages are the embedded database and the Node of a developer's machine. TypeScript is there only as the
# peer of a package that does not need it to run.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund \
 && rm -rf node_modules/typescript node_modules/@typescript

FROM node:26-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY package.json ./
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/db/migrations ./db/migrations
COPY --from=build /app/build ./build
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=15s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself, not npm: it gets the stop signal.
CMD ["node", "build/server/index.js"]
