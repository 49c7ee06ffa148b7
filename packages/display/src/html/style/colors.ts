/** One palette for each scheme; text on its background has a contrast of at least 4.5. */
export const colors = `
:root {
  color-scheme: light dark;
  --page: #f7f7f5; --card: #ffffff; --ink: #1c2126; --muted: #59636e; --line: #e2e4e6; --soft: #f1f2f3;
  --accent: #2d55b8; --focus: #2d55b8;
  --critical: #9f1239; --high: #b93c0c; --on-strong: #ffffff;
  --medium: #fbeccb; --on-medium: #6f4600; --medium-edge: #d9a441;
  --low: #e3ecfb; --on-low: #1d4b9a; --low-edge: #8fb0e6;
  --info: #e9ebee; --on-info: #46505b; --info-edge: #b9c0c8;
  --added: #eef8f1; --added-marked: #d3eedc; --added-sign: #1a6e37;
  --deleted: #fdf1f0; --deleted-marked: #f9d9d6; --deleted-sign: #a32a20;
  --marked: #fdf4dc; --mark-edge: #d9a441;
  --good: #1f7a3d; --bad: #a8321f; --reviewed: #4a8f6a; --carried: #8aa6c9; --missed: #b93c0c;
  --time: #6d8fd0; --yes: #e5f5ea; --yes-ink: #17612f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #121518; --card: #1a1e22; --ink: #e4e7ea; --muted: #9ba6b1; --line: #2c3238; --soft: #22272c;
    --accent: #8fb2ff; --focus: #8fb2ff;
    --critical: #be123c; --high: #bd3f0d; --on-strong: #ffffff;
    --medium: #3b2f12; --on-medium: #f4cd76; --medium-edge: #a37b21;
    --low: #1a2c4c; --on-low: #a6c6ff; --low-edge: #3f66a8;
    --info: #2a3036; --on-info: #bac4ce; --info-edge: #4c565f;
    --added: #14251b; --added-marked: #173d26; --added-sign: #7fd39a;
    --deleted: #2c1a1a; --deleted-marked: #4c2020; --deleted-sign: #f2a099;
    --marked: #352b13; --mark-edge: #c0932f;
    --good: #6fcf8c; --bad: #f39a86; --reviewed: #4f9a72; --carried: #5f7fa8; --missed: #e0683a;
    --time: #5b7cc0; --yes: #12301e; --yes-ink: #8fdba8;
  }
}
`;
