#!/bin/sh
# Makes Python stubs with plain protoc: deploy/clients/python/generate.sh OUT
# Wants protoc and its Python plugin (Debian: protobuf-compiler, protobuf-compiler-grpc, python3-grpcio).
set -eu
out=$1
proto=$(CDPATH='' cd -- "$(dirname -- "$0")/../../../proto" && pwd -P)
mkdir -p "$out"
cd "$proto"
find tributary -name '*.proto' -exec protoc --proto_path=. --python_out="$out" \
  --grpc_python_out="$out" --plugin=protoc-gen-grpc_python="$(command -v grpc_python_plugin)" {} +
