#!/usr/bin/env bash
# The one command of this tree: sets up what a fresh machine lacks, then builds, tests, shows or measures.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source xtask/setup.sh
source xtask/checks.sh

usage() {
  cat <<'USAGE'
use: ./build.sh COMMAND
  run       build, then open a browser with the extension on a local compose page (without a display: a demo)
  test      every check and every test, in both browsers
  build     make dist/, the folder that a browser loads as an unpacked extension
  package   build, then make dist-packages/*.zip: one for Chromium, one for Firefox, and the source
  bench     build, then measure
  types     write extension/content/messages.ts anew from the Rust types
USAGE
}

build() {
  need_rust
  need_npm_packages
  step "Compile the checker to WebAssembly" cargo run --quiet --package xtask -- wasm
  step "Check the content script's types" node_modules/.bin/tsc
  step "Bundle the content script" node xtask/bundle.mjs
  step "Lay out dist/" cargo run --quiet --package xtask -- dist
}

package() {
  build
  step "Pack what the stores get" cargo run --quiet --package xtask -- package
  (cd dist-packages && sha256sum -- *)
}

case "${1:-}" in
  run)
    need_browsers
    build
    node tests/e2e/demo.mjs
    ;;
  test) run_checks ;;
  build) build ;;
  package) package ;;
  bench)
    need_browsers
    build
    node benches/bench.mjs
    ;;
  types)
    need_rust
    step "Write the message types" cargo run --quiet --package xtask --features types -- types
    ;;
  *)
    usage >&2
    exit 2
    ;;
esac
