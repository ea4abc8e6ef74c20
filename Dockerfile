# An image that holds nothing but the program:
#   docker build -t memaudit . && docker run --rm -v "$PWD:/work:ro" memaudit check .
FROM swift:6.2-noble AS build
RUN apt-get update -q \
  && apt-get install -qy --no-install-recommends libyaml-dev make pkg-config \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN make static

FROM scratch
COPY --from=build /source/.build/static/release/memaudit /memaudit
COPY --from=build /source/LICENSE /source/release/NOTICES.md /
USER 65534:65534
WORKDIR /work
ENTRYPOINT ["/memaudit"]
