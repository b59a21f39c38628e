// A style sheet that is imported is its text, without spaces and comments (xtask/bundle.mjs).

declare module "*.css" {
  const text: string;
  export default text;
}
