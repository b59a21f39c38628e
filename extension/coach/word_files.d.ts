// The files of coach/, which the bundler puts into the page as text.

declare module "*.txt" {
  const text: string;
  export default text;
}
