# What run, test and etabli stand on; sourced by them. Says each thing it installs, installs nothing that is there.
# Needs: bash, and root (or sudo) only when something is missing.

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 3; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1; then sudo "$@"; else
    fail "Il faut être root pour installer : $* (You must be root to install it.)"
  fi
}

apt_ready=
install_package() {
  command -v apt-get >/dev/null 2>&1 || fail "Installez $1, puis relancez. (Install $1, then run again.)"
  say "· installation de $1 (installing $1)"
  if [ -z "$apt_ready" ]; then as_root apt-get update -qq >/dev/null || true; apt_ready=1; fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null \
    || fail "Le paquet $1 ne s'installe pas. (Package $1 cannot be installed.)"
}

need_dotnet() {
  if ! command -v dotnet >/dev/null 2>&1 || ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    if apt-cache show dotnet-sdk-10.0 >/dev/null 2>&1; then install_package dotnet-sdk-10.0; else
      fail "Le SDK .NET 10 manque et n'est pas dans vos dépôts de paquets : installez-le (paquet dotnet-sdk-10.0 du dépôt de Microsoft pour Debian), puis relancez.
(The .NET 10 SDK is missing and not in your package sources: install it, package dotnet-sdk-10.0 of Microsoft's repository for Debian, then run again.)"
    fi
  fi
}

need_node() {
  command -v node >/dev/null 2>&1 || install_package nodejs
  command -v npm >/dev/null 2>&1 || install_package npm
}

need_postgres() {
  [ -n "${ETABLI_DB:-}" ] && return
  [ -n "${ETABLI_POSTGRES_BIN:-}" ] && return
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || install_package postgresql
}

need_chromium() {
  command -v chromium >/dev/null 2>&1 || install_package chromium
}

# The same engine without a desktop's window around it: browser tests take a fifth less time with it, and do without it.
wish_light_chromium() {
  command -v chromium-headless-shell >/dev/null 2>&1 || (install_package chromium-headless-shell) || say "· sans (without) chromium-headless-shell"
}

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# Publishes a project when a source is newer than its last publication.
publish() {
  project=$1; out="$root/artifacts/publish/$1"; stamp="$out/.stamp"
  if [ -f "$stamp" ] && [ -z "$(find "$root/src" "$root/data" "$root"/Directory.*.props "$root/global.json" \
      \( -name node_modules -o -path '*/wwwroot/islands' -o -path '*/wwwroot/vendor' \) -prune -o -type f -newer "$stamp" -print -quit)" ]; then
    return
  fi
  say "· construction de $project (building $project)"
  mkdir -p "$out"; touch "$out/.begun"
  dotnet publish "$root/src/$project/$project.csproj" -c Release -o "$out" -v quiet --nologo -clp:ErrorsOnly \
    || fail "La construction a échoué. (The build failed.)"
  mv "$out/.begun" "$stamp"
}
