# One image, several commands: web, indexer, workers, migrate, and the operator's tools. See docs/runbooks/containers.md.
FROM node:24-bookworm-slim AS base
WORKDIR /snpd
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./

# What runs needs no compiler, no test and no linter.
FROM base AS packages
RUN npm ci --omit=dev

# What builds the pages does.
FROM base AS pages
RUN npm ci --include=dev
COPY . .
RUN node scripts/build.ts && rm -rf .next/cache

FROM base AS run
# An init: the browser leaves processes behind that somebody has to bury.
RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/* \
  && mkdir -p /data/photos /data/chain /data/cache && chown -R node:node /data
COPY --from=packages /snpd/node_modules node_modules
COPY --from=pages /snpd/.next .next
COPY next.config.ts postcss.config.mjs tsconfig.json ./
COPY core core
COPY db db
COPY adapters adapters
COPY indexer indexer
COPY workers workers
COPY app app
COPY scripts scripts
USER node
ENV PORT=3000 LISTEN_HOST=0.0.0.0 METRICS_PORT=9464 PHOTOS_DIR=/data/photos SNPD_CACHE=/data/cache
EXPOSE 3000 9464
# Web, indexer and workers answer there alike; one-shot commands are gone before it is asked.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.METRICS_PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/usr/bin/tini", "--", "node"]
CMD ["app/server.ts"]
