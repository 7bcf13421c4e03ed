# syntax=docker/dockerfile:1
# Errand in a container: docs/deploy.md says how to run it, docs/decisions/0017-container-from-standalone.md why it is made this way.

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY . .
RUN npm run build:image

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data NPM_CONFIG_UPDATE_NOTIFIER=false
# Belongs to the app's account before it becomes a volume, which takes that over.
RUN install -d -o node -g node -m 700 /data
# Belongs to root: what runs can't change what it is.
COPY --from=build /app/.next/standalone ./
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "scripts/image/healthy.mjs"]
# Not through npm or a shell: the signal to stop has to reach Errand itself.
CMD ["node", "scripts/image/start.mjs"]
