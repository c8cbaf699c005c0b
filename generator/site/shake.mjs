// @ts-check
/**
 * Leave out of Emscripten's script what only dynamic libraries would use: `node shake.mjs FOLDER`, the runtime's.
 *
 * A third of it draws and plays sound for libraries that this site does not load. What Python's WebAssembly does not
 * import is offered to nobody; then each declaration goes that nothing names any more, and the rest is made small.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "acorn";
import { full } from "acorn-walk";
import { minify } from "terser";

/**
 * @typedef {import("acorn").Node} Node
 * @typedef {{parts: Node[], names: Set<string>}} Declaration all statements that make one name, and what they name
 * @typedef {{start: number, end: number, text: string}} Edit
 */

const SCRIPT = "pyodide.asm.mjs";
const WORD = /^[\w$]+$/;

/**
 * @param {string} script Emscripten's
 * @param {string} loader Pyodide's, which uses what the script makes
 * @param {Set<string>} imported what the WebAssembly imports
 * @returns {string}
 */
function shaken(script, loader, imported) {
  /** @type {any} The one function that all of it stands in. */
  const main = parse(script, { ecmaVersion: "latest", sourceType: "module" }).body[0];
  /** @type {Map<string, Declaration>} */
  const declarations = new Map();
  const needed = new Set(loader.match(/[\w$]+/g));
  /** @type {Edit[]} */
  const edits = [];
  for (const statement of main.body.body) {
    const offered = offeredTo(statement);
    if (offered) {
      offered.properties = offered.properties.filter((/** @type {any} */ { key }) => imported.has(key.name ?? key.value));
      const text = offered.properties.map((/** @type {Node} */ { start, end }) => script.slice(start, end)).join(",");
      edits.push({ start: offered.start, end: offered.end, text: `{${text}}` });
    }
    const made = offered ? undefined : nameMadeBy(statement);
    if (made === undefined) namesIn(statement).forEach((name) => needed.add(name));
    else {
      const declaration = declarations.get(made) ?? { parts: [], names: new Set() };
      declaration.parts.push(statement);
      // To hand itself out under its own name is no use of it.
      if (!isHandedOut(statement)) for (const name of namesIn(statement)) declaration.names.add(name);
      declarations.set(made, declaration);
    }
  }
  if (!edits.length) throw new Error(`${SCRIPT} no longer offers its functions in one object.`);
  // A set that grows is walked to its end.
  for (const name of needed) for (const other of declarations.get(name)?.names ?? []) needed.add(other);
  for (const [name, { parts }] of declarations) {
    if (!needed.has(name)) edits.push(...parts.map(({ start, end }) => ({ start, end, text: "" })));
  }
  edits.sort((one, other) => other.start - one.start);
  return edits.reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), script);
}

/** @param {any} statement @returns {any} the object with all functions that WebAssembly may import, if it is made here */
function offeredTo({ type, declarations }) {
  return type === "VariableDeclaration" && declarations.find((/** @type {any} */ { id }) => id.name === "wasmImports")?.init;
}

/**
 * @param {any} statement
 * @returns {string | undefined} the one name that it makes or completes, if it does nothing else
 */
function nameMadeBy(statement) {
  const { type, id, declarations, expression } = statement;
  if (type === "FunctionDeclaration") return id.name;
  if (type === "VariableDeclaration") {
    const [{ id: only, init }, ...others] = declarations;
    return !others.length && isQuiet(init) ? only.name : undefined;
  }
  if (isHandedOut(statement)) return expression.right.name;
  // What a function is called with, beside it: `_glFlush.sig = "v"`.
  const { left, right } = isAssignment(statement) ? expression : {};
  const isBeside = left?.type === "MemberExpression" && !left.computed && left.object.type === "Identifier";
  return isBeside && left.object.name !== "Module" && isQuiet(right) ? left.object.name : undefined;
}

/** @param {any} statement @returns {boolean} whether it is of the form `Module["name"] = name` */
function isHandedOut(statement) {
  if (!isAssignment(statement)) return false;
  const { left, right } = statement.expression;
  return left.object?.name === "Module" && right.type === "Identifier" && left.property.value === right.name;
}

/** @param {any} statement */
function isAssignment({ type, expression }) {
  return type === "ExpressionStatement" && expression.type === "AssignmentExpression";
}

/** @param {any} value @returns {boolean} whether to make this value does nothing */
function isQuiet(value) {
  if (!value) return true;
  switch (value.type) {
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "Identifier":
    case "Literal":
      return true;
    case "MemberExpression":
      return !value.computed && value.object.type === "Identifier";
    case "UnaryExpression":
      return isQuiet(value.argument);
    case "ArrayExpression":
      return value.elements.every(isQuiet);
    case "ObjectExpression":
      return value.properties.every((/** @type {any} */ one) => one.type === "Property" && !one.computed && isQuiet(one.value));
    default:
      return false;
  }
}

/** @param {Node} node @returns {Set<string>} all it may name: identifiers, properties, and texts that could be either */
function namesIn(node) {
  /** @type {Set<string>} */
  const names = new Set();
  full(node, (/** @type {any} */ { type, name, value, computed, property, key }) => {
    if (type === "Identifier") names.add(name);
    // The walk leaves these out, since they name nothing in scope.
    else if (property && !computed) names.add(property.name);
    else if (key && !computed) names.add(key.name ?? key.value);
    else if (type === "Literal" && typeof value === "string" && WORD.test(value)) names.add(value);
  });
  return names;
}

const folder = process.argv[2] ?? "";
const read = (/** @type {string} */ name) => readFileSync(join(folder, name));
const imports = WebAssembly.Module.imports(new WebAssembly.Module(read("pyodide.asm.wasm")));
const imported = new Set(imports.map(({ name }) => name));
const script = shaken(read(SCRIPT).toString(), read("pyodide.mjs").toString(), imported);
const { code } = await minify(script, { module: true, ecma: 2020, compress: { passes: 2 }, format: { comments: "some" } });
writeFileSync(join(folder, SCRIPT), code ?? "");
