#!/usr/bin/env node
// Only what every Node can read stands here: the check must speak before anything newer is loaded.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18) || major === 23 || (major === 24 && minor < 11)) {
  console.error(
    `groundwork needs Node 24.11 or newer (or 22.18 and newer of 22); this is ${process.versions.node}.`,
  );
  process.exitCode = 1;
} else if (process.argv[2] === '--version' || process.argv[2] === '-v') {
  // Asked often, by scripts: not worth loading the program for.
  void import('../core/faces/version.ts').then(({ packageVersion }) =>
    console.log(packageVersion()),
  );
} else {
  void import('./run.ts').then(({ run }) => run(process.argv.slice(2)));
}
