/** One palette for each scheme; text on its background has a contrast of at least 4.5. */
export const colors = `
:root {
  color-scheme: light dark;
  --page: #f7f7f5; --card: #ffffff; --ink: #1c2126; --muted: #59636e; --line: #dfe2e5; --soft: #f1f2f3;
  --accent: #2d55b8; --notice: #fbeccb; --on-notice: #5c3a00;
  --added: #eef8f1; --added-marked: #d3eedc; --deleted: #fdf1f0; --deleted-marked: #f9d9d6;
  --marked: #fdf4dc; --mark-edge: #d9a441; --sign: #46505b;
  --good: #1a6e37; --bad: #a32a20; --merged: #6a3fb0; --idle: #59636e; --on-state: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #121518; --card: #1a1e22; --ink: #e4e7ea; --muted: #9ba6b1; --line: #2f363c; --soft: #22272c;
    --accent: #8fb2ff; --notice: #3b2f12; --on-notice: #f4cd76;
    --added: #14251b; --added-marked: #173d26; --deleted: #2c1a1a; --deleted-marked: #4c2020;
    --marked: #352b13; --mark-edge: #c0932f; --sign: #bac4ce;
    --good: #7fd39a; --bad: #f2a099; --merged: #c3a6ff; --idle: #9ba6b1; --on-state: #121518;
  }
}
`;
