# Mercat in a container: console and tracker, then the server, then a small image with the program alone.
# This file was not built where it was written, for want of a container runtime there; please report what
# does not work.

FROM node:20-bookworm-slim AS console
WORKDIR /src/interface/console
COPY interface/console/package.json interface/console/package-lock.json ./
RUN npm ci --no-audit --no-fund
WORKDIR /src
COPY interface/locales interface/locales
COPY interface/console interface/console
COPY service/http/openapi.json service/http/openapi.json
WORKDIR /src/interface/console
RUN npm run build

FROM node:20-bookworm-slim AS tracker
WORKDIR /src/interface/tracker
COPY interface/tracker/package.json interface/tracker/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY interface/tracker ./
RUN npm run build

FROM rust:1.95-bookworm AS server
WORKDIR /src
COPY . .
COPY --from=console /src/interface/console/dist interface/console/dist
COPY --from=tracker /src/interface/tracker/dist interface/tracker/dist
RUN cargo build --release --locked -p mercat-server

FROM debian:bookworm-slim
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/mercat mercat
COPY --from=server /src/target/release/mercat /usr/local/bin/mercat
USER mercat
VOLUME /var/lib/mercat
ENV MERCAT_DATA=/var/lib/mercat
# Outside loopback the server asks for `public_url` with https and for the proxies in front of it, and says so.
ENV MERCAT_LISTEN=0.0.0.0:8080
EXPOSE 8080
ENTRYPOINT ["mercat"]
CMD ["serve"]
