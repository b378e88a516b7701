/** Names that would run, break out or become markup anywhere between a table and the page, if they were not escaped. */
export const hostile = [
  "<img src=x onerror=alert(1)>",
  "${alert(1)}",
  "```js\nalert(1)\n```",
  "</style><script>alert(1)</script>",
  "\n\n# heading\n\n    code\n\n",
  '" onmouseover="alert(1)',
  "&lt;b&gt; & [link](javascript:alert(1))",
  "$\\{alert(1)}",
];
