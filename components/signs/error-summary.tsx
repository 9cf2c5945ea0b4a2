import type { ReactNode, Ref } from "react";

export type ErrorItem = {
  readonly message: ReactNode;
  /** The field that it is about: "#bedrag". */
  readonly href?: string;
  /** What is true now, or a link to what would take the reason away. */
  readonly lift?: { readonly text: ReactNode; readonly href?: string };
  /** The rule that says so, in the public catalogue. */
  readonly rule?: { readonly text: ReactNode; readonly href: string };
};

type ErrorSummaryProps = {
  id: string;
  heading: ReactNode;
  items: readonly ErrorItem[];
  level?: 2 | 3;
  /** Gets the focus after a refused submit, with script and without. */
  focused?: boolean;
  ref?: Ref<HTMLDivElement>;
};

/** Every reason at once, numbered, each with a link to its field and under it what would lift it. */
export function ErrorSummary({ id, heading, items, level = 2, focused = false, ref }: ErrorSummaryProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div
      className="alert alert-error"
      role={focused ? "alert" : "group"}
      aria-labelledby={id}
      tabIndex={-1}
      autoFocus={focused}
      ref={ref}
    >
      <Heading id={id}>{heading}</Heading>
      <ol>
        {items.map(({ message, href, lift, rule }, index) => (
          <li key={index}>
            {href === undefined ? message : <a href={href}>{message}</a>}
            {lift !== undefined && (
              <span className="lift">
                {lift.href === undefined ? lift.text : <a href={lift.href}>{lift.text}</a>}
              </span>
            )}
            {rule !== undefined && (
              <span className="lift">
                <a href={rule.href}>{rule.text}</a>
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
