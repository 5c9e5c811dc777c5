#!/usr/bin/env bash
# Makes what the project runs in; each call does only what is still missing.
#   environment.sh requirements.txt       a fresh .venv with exactly these packages
#   environment.sh requirements-dev.txt   these packages besides
#   environment.sh peers                  .cache/bench/venv with what the benchmark compares with
#   environment.sh printer                the libraries that WeasyPrint draws with and Chinese fonts, for all that is printed
#   environment.sh linters                node_modules with what checks scripts and style sheets
#   environment.sh browser                the same, Chromium and what Playwright needs, for the tests;
#                                         as root Chromium without windows, Firefox, epubcheck, nginx, LibreOffice too, which some tests use
# Packages of the distribution are installed when root; otherwise one line says what to install.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
    echo "error: $*" >&2
    exit 1
}

# One make at a time: a second one waits here and then finds the work done.
{ mkdir -p .cache && exec 9>.cache/environment.lock; } 2>/dev/null ||
    fail ".cache: 不能写入 → 给这个用户读写的权限（chmod -R u+rwX .cache）；.cache 是文件的，移走"
flock 9

install_packages() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || fail "missing: $*; install with: sudo apt-get install $*"
    echo "installing $* …"
    export DEBIAN_FRONTEND=noninteractive
    {
        apt-get -q update || true # an unreachable foreign source is no reason to stop
        apt-get -q install -y --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"
    } >.cache/apt.log 2>&1 9>&- || {
        tail -n 5 .cache/apt.log >&2
        fail "apt-get could not install $*; the log is .cache/apt.log"
    }
}

find_python() {
    local candidate
    for candidate in python3.11 python3 python3.12 python3.13; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    fail "Python 3.11 or later is missing; install with: sudo apt-get install python3.11"
}

make_venv() { # make_venv FOLDER
    local python version
    python=$(find_python)
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    # Debian keeps what venv needs in a package of its own.
    "$python" -c 'import ensurepip' 2>/dev/null || install_packages "python$version-venv"
    rm -rf "$1"
    "$python" -m venv "$1"
}

install_requirements() { # install_requirements FILE FOLDER [OPTION...]
    echo "installing $1 into $2 …"
    # Without a home folder pip would complain about its cache.
    if [ ! -w "${HOME:-/nonexistent}" ]; then export PIP_CACHE_DIR="${PIP_CACHE_DIR:-$PWD/.cache/pip}"; fi
    "$2/bin/python" -m pip --quiet --quiet --disable-pip-version-check --no-input install \
        --root-user-action=ignore --require-hashes --only-binary :all: "${@:3}" -r "$1" 9>&-
    cp "$1" "$2/$1"
}

case ${1:-} in
requirements.txt)
    if ! cmp -s "$1" ".venv/$1"; then
        make_venv .venv
        install_requirements "$1" .venv
    fi
    touch ".venv/$1"
    ;;
requirements-dev.txt)
    cmp -s "$1" ".venv/$1" || install_requirements "$1" .venv
    touch ".venv/$1"
    ;;
peers)
    if ! cmp -s requirements-bench.txt .cache/bench/venv/requirements-bench.txt; then
        make_venv .cache/bench/venv
        install_requirements requirements-bench.txt .cache/bench/venv --no-binary jieba # published as source only
    fi
    ;;
linters)
    command -v npm >/dev/null || install_packages npm
    if ! cmp -s package-lock.json node_modules/installed-lock.json; then
        echo "installing package-lock.json into node_modules …"
        npm ci --ignore-scripts --no-audit --no-fund --loglevel=error 9>&-
        cp package-lock.json node_modules/installed-lock.json
    fi
    ;;
printer | browser)
    wanted=()
    # WeasyPrint loads these by name; the import says whether they are there.
    .venv/bin/python -c 'from weasyprint.text.ffi import harfbuzz_subset as library; assert library' >/dev/null 2>&1 ||
        wanted+=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)
    if ! find /usr/share/fonts /usr/local/share/fonts "${HOME:-/nonexistent}"/.local/share/fonts "${HOME:-/nonexistent}"/.fonts \
        -iname '*cjk*' -print -quit 2>/dev/null | grep -q .; then wanted+=(fonts-noto-cjk); fi
    if [ "$1" = browser ]; then
        if [ -z "${CHROMIUM:-}" ] && ! command -v chromium >/dev/null; then wanted+=(chromium); fi
        # The program inside Playwright's package needs one library that a bare Debian lacks.
        .venv/lib/python3*/site-packages/playwright/driver/node --version >/dev/null 2>&1 || wanted+=(libatomic1)
    fi
    [ ${#wanted[@]} = 0 ] || install_packages "${wanted[@]}"
    if [ "$1" = browser ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        # What some tests need besides; where it cannot be had they are skipped, and say what is missing.
        wanted=()
        # Chromium without windows, which does the same with half the work.
        if [ -z "${CHROMIUM:-}" ]; then
            command -v chromium-headless-shell >/dev/null || wanted+=(chromium-headless-shell)
        fi
        if [ -z "${FIREFOX:-}" ] && ! command -v firefox-esr >/dev/null && ! command -v firefox >/dev/null; then
            wanted+=(firefox-esr)
        fi
        command -v epubcheck >/dev/null || wanted+=(epubcheck)
        [ -x /usr/sbin/nginx ] || wanted+=(nginx-light)
        command -v soffice >/dev/null || wanted+=(libreoffice-writer)
        for package in "${wanted[@]}"; do (install_packages "$package") || true; done
    fi
    ;;
*)
    fail "usage: environment.sh requirements.txt | requirements-dev.txt | peers | linters | printer | browser"
    ;;
esac
