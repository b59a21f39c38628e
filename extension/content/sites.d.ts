// Every description of sites/ without reasons and examples; the bundler makes this module (xtask/bundle.mjs).
declare module "chaperone:sites" {
  const sites: import("./messages").Site[];
  export default sites;
}
