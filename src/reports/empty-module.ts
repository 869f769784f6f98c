/**
 * Stands where jsPDF looks for html2canvas, canvg and dompurify: it needs them only to print a web
 * page or an SVG, which no report does, and they would weigh 370 kB in the offline cache.
 */
export {}
