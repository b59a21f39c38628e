# Sourced by build.sh: every check of `./build.sh test`, cheapest first, and the summary that ends it.

LOGS=target/test-logs

run_checks() {
  local began="$SECONDS"
  mkdir -p "$LOGS"
  need_rust
  need_npm_packages
  need_browsers
  need_cpp_compiler
  step "Rust formatting" cargo fmt --all --check
  step "Rust formatting of the fuzz targets" cargo fmt --manifest-path fuzz/Cargo.toml --check
  step "Rust formatting of the benchmark" cargo fmt --manifest-path benches/native/Cargo.toml --check
  step "TypeScript and JavaScript: format and lint" node_modules/.bin/biome ci --colors=off --error-on-warnings
  start_beside check_what_ships
  step "Clippy, native" cargo clippy --workspace --all-targets --features xtask/types -- --deny warnings
  step "Rust tests" logged rust cargo test --workspace --features xtask/types
  join_beside
  step "Browser tests" logged browsers node xtask/browser_tests.mjs
  summarize "$((SECONDS - began))"
}

check_what_ships() {
  step "Fuzz the checker" fuzz check 12000
  step "Fuzz the settings" fuzz settings 20000
  step "Clippy, WebAssembly" cargo clippy --package chaperone --lib --target wasm32-unknown-unknown -- --deny warnings
  package
  step "The same source gives the same packages" packages_again
  step "Sizes are within their budgets" within_budgets
  step "Lint the package as the Firefox store does" \
    node_modules/.bin/web-ext lint --warnings-as-errors --boring --source-dir dist-packages/*-firefox.zip
}

# Runs steps beside those that follow, because a compiler keeps one core busy for most of its time; what they print is
# kept for `join_beside`. They end with the script.
start_beside() {
  # With job control they are a group of processes of their own, which can be ended as one.
  set -m
  ("$@") &>"$LOGS/beside.log" &
  set +m
  BESIDE=$!
  trap 'kill -- -"$BESIDE" 2>/dev/null || true' EXIT
}

# Waits for them, prints what they did, and stops the script when one has failed.
join_beside() {
  local outcome=0
  wait "$BESIDE" || outcome=$?
  trap - EXIT
  cat "$LOGS/beside.log"
  ((outcome == 0)) || exit "$outcome"
}

# Makes everything behind the compiler a second time. The compiler's own output from two folders was compared by hand:
# docs/store/review.md has the figures.
packages_again() {
  local first=target/packages
  rm -rf "$first"
  cp -R dist-packages "$first"
  package >/dev/null && diff --recursive --brief "$first" dist-packages
}

# What a browser downloads, in bytes: the two largest files as gzip packs them, and the packages as they are.
within_budgets() {
  local over=0 package
  within dist/chaperone_bg.wasm $((600 * 1024)) "$(gzipped dist/chaperone_bg.wasm)" || over=1
  within dist/content.js $((25 * 1024)) "$(gzipped dist/content.js)" || over=1
  for package in dist-packages/*-{chromium,firefox}.zip; do
    within "$package" $((800 * 1024)) "$(wc -c <"$package")" || over=1
  done
  return "$over"
}

within() {
  local file="$1" budget="$2" size="$3"
  printf '%s: %d of %d bytes\n' "$file" "$size" "$budget"
  ((size <= budget)) && return
  printf '%s is %d bytes over its budget\n' "$file" "$((size - budget))" >&2
  return 1
}

gzipped() {
  gzip --best --stdout "$1" | wc -c
}

# Runs a fuzz target on so many inputs, the same ones every time; what it finds worth keeping goes with target/.
fuzz() {
  local target="$1" runs="$2" log="$LOGS/fuzz-$1.log" found="target/fuzz/found-$1"
  rm -rf "$found"
  mkdir -p "$found"
  if ! (cd fuzz && cargo run --quiet --release --bin "$target" -- -runs="$runs" -seed=1 -max_len=1024 \
    -print_final_stats=1 -artifact_prefix=../target/fuzz/ "../$found" "corpus/$target") &>"$log"; then
    tail -40 "$log" >&2
    return 1
  fi
  grep -E '^(Done|stat::new_units_added)' "$log"
}

# Keeps what a test runner prints, for the summary.
logged() {
  local name="$1"
  shift
  "$@" 2>&1 | tee "$LOGS/$name.log"
}

summarize() {
  local rust browsers
  rust="$(awk '/^test result:/ { sum += $4 } END { print sum + 0 }' "$LOGS/rust.log")"
  browsers="$(awk '$2 == "pass" { print $3 }' "$LOGS/browsers.log" | tail -1)"
  printf '\nRust tests: %d; browser tests: %d (%s, %s); wasm: %s bytes gzipped; %d s in all\n' \
    "$rust" "$browsers" "$(version_of "$CHROMIUM")" "$(version_of "$FIREFOX")" \
    "$(gzipped dist/chaperone_bg.wasm)" "$1"
  printf '%d passed, 0 failed\n' "$((rust + browsers))"
}

version_of() {
  "$1" --version 2>/dev/null | head -1
}
