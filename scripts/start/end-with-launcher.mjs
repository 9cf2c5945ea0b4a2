// Loaded into the web server before anything else: when its launcher is killed, the channel between them closes.
process.on("disconnect", () => process.exit(0));
process.channel?.unref();
