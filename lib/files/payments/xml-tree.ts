import { SaxesParser } from "saxes";
import { RefusedPaymentFile } from "@/lib/domain/payments/payment-line";

/** An element with what a payment file needs of it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}
interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Open[];
  text: string;
}

const DEEPEST = 40;

/**
 * The tree of an XML text and the namespace of its root. A document type, and with it every entity of its own, is refused.
 * @throws RefusedPaymentFile `doctype`, `not_xml`
 */
export function xmlTree(xml: string): { readonly root: Element; readonly namespace: string } {
  const parser = new SaxesParser({ xmlns: true });
  const open: Open[] = [];
  let root: Open | null = null;
  let namespace = "";
  parser.on("doctype", () => {
    throw new RefusedPaymentFile("doctype");
  });
  parser.on("error", (error) => {
    throw new RefusedPaymentFile("not_xml", { why: error.message.slice(0, 80) });
  });
  parser.on("opentag", (tag) => {
    if (open.length >= DEEPEST) throw new RefusedPaymentFile("not_xml", { why: "> 40" });
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ local, value }) => [local, value]),
    );
    const element: Open = { name: tag.local, attributes, children: [], text: "" };
    if (root === null) {
      root = element;
      namespace = tag.uri;
    }
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  if (root === null) throw new RefusedPaymentFile("not_xml", { why: "" });
  return { root, namespace };
}

export const all = (element: Element, name: string): readonly Element[] =>
  element.children.filter((child) => child.name === name);

/** The element at this path, or null. */
export const at = (element: Element, ...path: readonly string[]): Element | null =>
  path.reduce<Element | null>(
    (found, name) => found?.children.find((child) => child.name === name) ?? null,
    element,
  );

export const textAt = (element: Element, ...path: readonly string[]): string =>
  at(element, ...path)?.text.trim() ?? "";

/** @throws RefusedPaymentFile `missing` that names the path */
export function needed(element: Element, ...path: readonly string[]): string {
  const text = textAt(element, ...path);
  if (text === "") throw new RefusedPaymentFile("missing", { element: [element.name, ...path].join("/") });
  return text;
}
