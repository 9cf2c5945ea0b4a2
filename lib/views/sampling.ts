import { decimalMark } from "./digits";
import type { Locale } from "./locale";

/** 29958n ten-thousandths as "2,9958". */
export function factorText(factor: bigint, locale: Locale): string {
  return `${factor / 10_000n}${decimalMark(locale)}${(factor % 10_000n).toString().padStart(4, "0")}`;
}

export const samplesPath = (programme: string, sample?: string, seq?: bigint): string => {
  const list = `/programma/${encodeURIComponent(programme)}/steekproeven`;
  if (sample === undefined) return list;
  const one = `${list}/${encodeURIComponent(sample)}`;
  return seq === undefined ? one : `${one}/${seq}`;
};

export const requestsPath = (programme: string, request?: string): string => {
  const list = `/programma/${encodeURIComponent(programme)}/bewijsverzoeken`;
  return request === undefined ? list : `${list}/${encodeURIComponent(request)}`;
};
