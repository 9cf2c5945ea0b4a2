// Runs in a thread of its own with limits on memory and time: lib/files/entry/read-in-worker.ts starts it by its path.
import { workerData } from "node:worker_threads";
import { sayFromThread } from "@/lib/files/entry/say-from-thread";
import { checkReportFile } from "@/lib/files/report-workbook/check-report-file";
import type { ReportReadingTask } from "@/lib/files/report-workbook/report-reading";

sayFromThread(checkReportFile(workerData as ReportReadingTask));
