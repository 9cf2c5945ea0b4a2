// What Prisma's command line passes to its schema engine.
const VALUE_IGNORED = new Set(["--enabled-preview-features", "--extension-types"]);

/** @param {readonly string[]} args */
export function commandLine(args) {
  const found = { version: false, schemaFiles: [], datasource: {}, administration: undefined };
  for (let at = 0; at < args.length; at += 1) {
    const name = args[at];
    if (name === "--version" || name === "-V") found.version = true;
    else if (name === "--datamodels" || name === "-d") found.schemaFiles.push(args[(at += 1)]);
    else if (name === "--datasource") found.datasource = JSON.parse(args[(at += 1)]);
    else if (name === "cli") found.administration = args[(at += 1)];
    else if (VALUE_IGNORED.has(name)) at += 1;
  }
  return found;
}
