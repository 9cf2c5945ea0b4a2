const PATHS = {
  check: "M2.5 8.5l3.5 3.5 7.5-8",
  pencil: "M2.5 13.5l.8-3.2 7.6-7.6 2.4 2.4-7.6 7.6z",
  eye: "M1.5 8s2.5-4 6.5-4 6.5 4 6.5 4-2.5 4-6.5 4S1.5 8 1.5 8zM9.5 8a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0z",
  warning: "M8 2.2 14.6 13.6H1.4zM8 6.6v3M8 11.6v.1",
  clock: "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 4.8V8l2.2 1.6",
  barred: "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM4 12l8-8",
  differs: "M2.5 5.75h11M2.5 10.25h11M11 2.5l-6 11",
  search: "M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10.3 10.3l3.7 3.7",
  download: "M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11",
  up: "M8 13V3M4 7l4-4 4 4",
  down: "M8 3v10M4 9l4 4 4-4",
} as const;

export type IconName = keyof typeof PATHS;

/** Drawn in the ink of the words beside it, which carry the meaning: hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
