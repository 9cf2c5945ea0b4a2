import type { ReactNode } from "react";

export type Task = {
  readonly href: string;
  readonly title: ReactNode;
  readonly text?: ReactNode;
  readonly tag?: ReactNode;
};

/** What asks for attention now, most urgent first. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="plain tasks">
      {tasks.map(({ href, title, text, tag }) => (
        <li key={href}>
          <div>
            <a href={href}>{title}</a>
            {text !== undefined && <p>{text}</p>}
          </div>
          {tag !== undefined && <div>{tag}</div>}
        </li>
      ))}
    </ul>
  );
}
