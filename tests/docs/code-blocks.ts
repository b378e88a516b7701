import {readFileSync} from "node:fs";
import {join} from "node:path";
import {projectRoot} from "../../data-loaders/project.ts";

/** The fenced blocks of a language in a document, in order. */
export function readCodeBlocks(document: string, language: string): string[] {
  const text = readFileSync(join(projectRoot, document), "utf8");
  return [...text.matchAll(/^(`{3,})(\w*)\n([\s\S]*?)^\1$/gm)]
    .filter(([, , word]) => word === language)
    .map(([, , , code]) => code!);
}
