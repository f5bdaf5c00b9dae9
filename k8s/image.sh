#!/usr/bin/env bash
# Makes target/rightdoor-image.tar without a daemon, and checks its layers, user and size.
#   k8s/image.sh BASE.tar    on a base image with Java 17 in an archive (docker save eclipse-temurin:17-jre)
#   k8s/image.sh             on a base made here of Debian's packages and this machine's JDK (Debian or Ubuntu)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bin/rightdoor rules check >/dev/null # builds it and lets it learn where needed
base="${1:-}"

if [ -z "$base" ]; then
  base=target/base
  work="$(mktemp -d)"
  trap 'rm -rf "$work"' EXIT
  rm -rf "$base" && mkdir -p "$base"
  # The C library and what Java draws posters with, fonts of every language families read here, and a shell.
  (cd "$work" && apt-get download -q libc6 libstdc++6 libgcc-s1 zlib1g libfreetype6 libfontconfig1 fontconfig-config \
    libexpat1 libpng16-16 libbrotli1 fonts-dejavu-core fonts-wqy-microhei busybox-static ca-certificates netbase >/dev/null)
  for package in "$work"/*.deb; do dpkg-deb -x "$package" "$work/root"; done
  # An image layer of plain files: links become what they lead to.
  find "$work/root" -xtype l -delete
  cp -rL "$work/root/." "$base/"
  rm -rf "$base/usr/share/doc" "$base/usr/share/man" "$base/usr/share/lintian" "$base/usr/share/locale"
  for tool in sh mkdir rm cp mv; do cp "$base/bin/busybox" "$base/bin/$tool"; done
  mkdir -p "$base/tmp" "$base/data" "$base/opt/java" "$base/etc"
  printf 'rightdoor:x:10001:10001::/app:/bin/sh\n' >"$base/etc/passwd"
  jlink --add-modules java.se,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.jfr,jdk.localedata,jdk.management,jdk.naming.dns,jdk.unsupported,jdk.zipfs \
    --strip-debug --no-header-files --no-man-pages --compress=2 --output "$base/opt/java/openjdk"
fi

./mvnw -B -ntp -q -Pimage dependency:build-classpath -Dmdep.outputFile=target/image.cp
java -cp "$(cat target/image.cp)" k8s/Image.java "$base" target/rightdoor-image.tar
