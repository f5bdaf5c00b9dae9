// Opens the browser's own print dialog on the page that is made for paper.
addEventListener("load", () => print());
