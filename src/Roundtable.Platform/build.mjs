// Builds the front end into wwwroot/: one style sheet per direction, and only the fonts and pictures it names.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import postcss from "postcss";
import rtlcss from "rtlcss";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const uswds = join(here, "node_modules/@uswds/uswds");
const out = join(here, "wwwroot");

// Where a file named in the style sheet comes from.
const sources = {
  img: join(uswds, "dist/img"),
  "fonts/public-sans": join(here, "node_modules/@fontsource/public-sans/files"),
  "fonts/merriweather": join(uswds, "dist/fonts/merriweather"),
};

const compiled = sass.compile(join(here, "Web/styles/app.scss"), {
  style: "compressed",
  charset: false,
  loadPaths: [join(uswds, "packages")],
  quietDeps: true,
  silenceDeprecations: ["global-builtin", "import", "if-function", "mixed-decls"],
  logger: sass.Logger.silent,
});

// USWDS declares every weight it knows, under this made-up path; the few faces we serve are in _fonts.scss.
const withoutUswdsFaces = root => root.walkAtRules("font-face", face => {
  if (face.toString().includes("uswds-fonts/")) face.remove();
});
const css = postcss([withoutUswdsFaces]).process(compiled.css, { from: undefined }).css;

// The mark by which the SDK serves a file of this content for ever: SHA-256, nine bytes as a signed number, ten digits to base 36.
const fingerprint = file => {
  const bytes = createHash("sha256").update(readFileSync(file)).digest().subarray(0, 9).reverse();
  let number = BigInt.asIntN(72, BigInt(`0x${bytes.toString("hex")}`));
  if (number < 0n) number = -number;
  let digits = "";
  for (; digits.length < 10; number /= 36n) digits += (number % 36n).toString(36);
  return digits;
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
copyFileSync(join(here, "Web/styles/pictures/mark.svg"), join(out, "mark.svg"));
const marked = css.replace(/url\("?([^")]+)"?\)/g, (as, path) => {
  if (path.startsWith("data:")) return as;
  const folder = Object.keys(sources).find(f => path.startsWith(`${f}/`));
  if (!folder) throw new Error(`The style sheet names ${path}, and nothing says where it comes from.`);
  mkdirSync(dirname(join(out, path)), { recursive: true });
  const source = join(sources[folder], path.slice(folder.length + 1));
  copyFileSync(source, join(out, path));
  return `url("${path.replace(/(?=\.\w+$)/, `.${fingerprint(source)}`)}")`;
});
writeFileSync(join(out, "app.css"), marked);
writeFileSync(join(out, "app.rtl.css"), rtlcss.process(marked));
