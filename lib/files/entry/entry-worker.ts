// Runs in a thread of its own with limits on memory and time: lib/files/entry/read-in-worker.ts starts it by its path.
import { workerData } from "node:worker_threads";
import { checkFile } from "@/lib/files/entry/check-file";
import type { ReadingTask } from "@/lib/files/entry/reading";
import { sayFromThread } from "@/lib/files/entry/say-from-thread";

sayFromThread(checkFile(workerData as ReadingTask));
