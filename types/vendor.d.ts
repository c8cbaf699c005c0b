// The build copies comlink beside the scripts; here its types come from npm's copy.
declare module "*/vendor/comlink.mjs" {
  export * from "comlink";
}
