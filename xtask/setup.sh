# Sourced by build.sh: finds or installs what the build needs, and says what is missing when it cannot.

# Shows what runs now and how long it took; stops the script when it fails, naming the step.
step() {
  local name="$1" began="$SECONDS"
  shift
  printf '\n==> %s\n' "$name"
  if ! "$@"; then
    printf '\nFAILED: %s\n' "$name" >&2
    exit 1
  fi
  printf '    done in %d s\n' "$((SECONDS - began))"
}

give_up() {
  printf '\nbuild.sh: %s\n' "$1" >&2
  exit 1
}

need_rust() {
  command -v cargo >/dev/null || give_up "cargo is missing; install Rust with rustup (https://rustup.rs)"
  local installed
  installed="$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown"
  [[ -d "$installed" ]] && return
  command -v rustup >/dev/null ||
    give_up "Rust's target wasm32-unknown-unknown is missing and so is rustup; install either"
  step "Install Rust's WebAssembly target" rustup target add wasm32-unknown-unknown
}

# libFuzzer, which drives the fuzz targets, is C++.
need_cpp_compiler() {
  [[ -n "${CXX:-$(first_of c++ g++ clang++)}" ]] || install_from_apt g++
}

need_npm_packages() {
  command -v npm >/dev/null || give_up "npm is missing; install Node 20 or newer"
  # npm writes this file last, so it is older than the lock file when an install was cut short or is out of date.
  [[ node_modules/.package-lock.json -nt package-lock.json ]] && return
  step "Install the npm packages of package-lock.json" npm ci
}

# Sets CHROMIUM and FIREFOX, which the browser tests read.
need_browsers() {
  CHROMIUM="${CHROMIUM:-$(first_of chromium chromium-browser google-chrome)}"
  FIREFOX="${FIREFOX:-$(first_of firefox-esr firefox)}"
  local missing=()
  [[ -n "$CHROMIUM" ]] || missing+=(chromium)
  [[ -n "$FIREFOX" ]] || missing+=(firefox-esr)
  command -v openssl >/dev/null || missing+=(openssl)
  if ((${#missing[@]})); then
    install_from_apt "${missing[@]}"
    CHROMIUM="${CHROMIUM:-$(first_of chromium)}"
    FIREFOX="${FIREFOX:-$(first_of firefox-esr)}"
  fi
  export CHROMIUM FIREFOX
}

first_of() {
  local name
  for name in "$@"; do
    command -v "$name" && return
  done
  return 0
}

install_from_apt() {
  local remedy="install $*, and set CHROMIUM and FIREFOX to the browsers' paths if those are not on PATH"
  command -v apt-get >/dev/null || give_up "missing: $*; there is no apt-get here, so $remedy"
  local as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || give_up "missing: $*; this user may not install packages, so $remedy"
    as_root=(sudo)
  fi
  # In subshells, because a failed step ends its shell before the remedy is named.
  (step "Refresh the distribution's package lists" "${as_root[@]}" apt-get update) ||
    give_up "apt-get could not refresh its lists; $remedy"
  (step "Install $*" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --no-install-recommends "$@") ||
    give_up "apt-get could not install $*; $remedy"
}
