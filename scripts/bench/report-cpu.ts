/** Loaded into a server before its own code: tells its parent, when asked, what CPU it has used. */
process.on('message', () => {
  process.send?.(process.cpuUsage());
});
process.channel?.unref();
