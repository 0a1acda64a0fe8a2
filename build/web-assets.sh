#!/usr/bin/env bash
# Fetches the fonts and htmx again from npm into app/src/main/resources/static (development only; see THIRD-PARTY.md).
set -eu
cd "$(dirname "$0")/../app/src/main/resources/static"
static=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-save --silent htmx.org@2.0.11 @fontsource-variable/noto-sans-jp@5.3.1
cp node_modules/htmx.org/dist/htmx.min.js "$static/vendor/htmx-2.0.11.min.js"
font=node_modules/@fontsource-variable/noto-sans-jp
for file in "$font"/files/*.woff2; do
  cp "$file" "$static/fonts/$(basename "$file" | sed 's/-wght-normal//')"
done
cp "$font/LICENSE" "$static/fonts/OFL.txt"
node - "$font/wght.css" > "$static/css/fonts.css" <<'NODE'
const text = require("node:fs").readFileSync(process.argv[2], "utf8");
console.log("/* Noto Sans JP (SIL Open Font License 1.1, see /fonts/OFL.txt), sliced by code point so that a page loads only what it shows. Written by build/web-assets.sh. */");
for (const [, file, range] of text.matchAll(/url\(\.\/files\/(.*?)\)[\s\S]*?unicode-range: ([^;]*);/g))
  console.log(`@font-face{font-family:"Noto Sans JP";font-style:normal;font-display:swap;font-weight:100 900;src:url("../fonts/${file.replace("-wght-normal", "")}") format("woff2");unicode-range:${range}}`);
NODE
