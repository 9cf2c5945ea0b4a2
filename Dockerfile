# syntax=docker/dockerfile:1
# Two images from one set of sources: `application` serves, `tools` migrates, fills and verifies.

FROM node:24-bookworm-slim AS packages
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci

FROM packages AS build
COPY . .
# The build holds the key that encrypts server actions, so every instance must run this same image, and the image is a
# secret as much as that key is.
RUN npm run build

FROM node:24-bookworm-slim AS tools
WORKDIR /app
ENV NODE_ENV=production TZ=UTC CHECKPOINT_DISABLE=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts
COPY tsconfig.json ./
COPY prisma prisma
COPY scripts scripts
COPY i18n i18n
COPY messages messages
COPY public public
COPY lib lib
COPY --from=build /app/lib/db/generated lib/db/generated
RUN install --directory --owner=node /var/lib/geldstroom/checkpoints /var/lib/geldstroom/data
USER node
ENV GELDSTROOM_DATA=/var/lib/geldstroom/data
ENTRYPOINT ["node", "--import", "./scripts/container/secrets.ts", "--import", "./scripts/resolve-hook.mjs"]
CMD ["scripts/migrate.ts"]

FROM node:24-bookworm-slim AS application
WORKDIR /app
ENV NODE_ENV=production TZ=UTC NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000
# Owned by root and read by node: what serves the pages cannot change them.
COPY --from=build /app/.next/standalone ./
COPY scripts/container/secrets.ts scripts/container/healthy.ts ./
RUN install --directory --owner=node /var/lib/geldstroom/checkpoints
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 CMD ["node", "healthy.ts"]
# As WEB_HEAP in scripts/start/project.ts.
CMD ["node", "--max-semi-space-size=8", "--heap-growing-percent=50", "--import", "./secrets.ts", "server.js"]
