interface Band {
  readonly low: bigint;
  readonly middle: bigint;
  readonly high: bigint;
}

/**
 * Where a number line has its marks: on the band that rounds to the published figure. Where readings lie outside it
 * the line goes on, with half a band to spare for their words.
 */
export function lineTicks({ low, middle, high }: Band, readings: readonly bigint[]): bigint[] {
  const step = (high - low) / 2n;
  const above = readings.filter((one) => one >= high);
  const below = readings.filter((one) => one < low);
  if (above.length + below.length === 0) return [low, middle, high];
  const most = above.reduce((all, one) => (one > all ? one : all), high);
  const least = below.reduce((all, one) => (one < all ? one : all), low);
  return [
    ...(below.length > 0 ? [low - step * ((low - least) / step + 2n)] : []),
    low,
    high,
    ...(above.length > 0 ? [high + step * ((most - high) / step + 2n)] : []),
  ];
}
