#!/bin/sh
# Installs the build tree BUILD into a scratch folder and builds and runs the consumer against it. usage: run.sh BUILD COMPILER
set -e
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cmake --install "$1" --prefix "$scratch/prefix" > "$scratch/install.log"
"$scratch/prefix/bin/renda" --version
cmake -S "$here" -B "$scratch/build" -DCMAKE_CXX_COMPILER="$2" -DCMAKE_PREFIX_PATH="$scratch/prefix" > "$scratch/configure.log" ||
  { cat "$scratch/configure.log"; exit 1; }
cmake --build "$scratch/build" > "$scratch/build.log" || { cat "$scratch/build.log"; exit 1; }
"$scratch/build/consumer"
