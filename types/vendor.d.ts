// The build copies libraries beside the scripts; here their types come from npm's copies.
declare module "*/vendor/comlink.mjs" {
  export * from "comlink";
}
declare module "*/vendor/idb-keyval.mjs" {
  export * from "idb-keyval";
}
