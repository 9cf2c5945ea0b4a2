/** Seconds between two beats of a page, and after how many without one somebody is not there any more. */
export const BEAT_SECONDS = 30;
export const GONE_SECONDS = 80;
/** Whoever does nothing for so long has the page open and is not at it: the beats stop, so that the session can end. */
export const STILL_SECONDS = 10 * 60;
