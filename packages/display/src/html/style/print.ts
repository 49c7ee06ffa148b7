/** On paper: no controls, everything open, nothing cut through. */
export const print = `
@media print {
  body { max-width: none; padding: 0; background: none; font-size: 9.5pt; }
  .side, .skip { display: none; }
  .columns { display: block; }
  .file h3 { position: static; }
  .many .file, .many .finding { content-visibility: visible; }
  .finding { break-inside: avoid; }
  .map li, tr { break-inside: avoid; }
  .badge, .line, .chip, rect, svg line { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details::details-content { content-visibility: visible; display: block; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`;
