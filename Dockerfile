# syntax=docker/dockerfile:1
# Errand in a container: docs/deploy.md says how to run it, docs/decisions/0012-container.md why it is made this way.

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY . .
# The cache is for the next build; a container never builds again.
RUN npm run build && rm -rf .next/cache

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
# Belongs to the app's account before it becomes a volume, which takes that over.
RUN install -d -o node -g node -m 700 /data
COPY --from=build --chown=node:node /app ./
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "scripts/boot/healthy.mjs"]
# Not through npm or a shell: the signal to stop has to reach Errand itself.
CMD ["node", "scripts/start.mjs"]
