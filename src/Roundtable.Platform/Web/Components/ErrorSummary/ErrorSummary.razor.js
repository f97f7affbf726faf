// Puts the reader at the summary, and brings the question into view, not only the input, when a line is followed.
const summary = document.querySelector("[data-rt-errors]");
if (summary?.dataset.rtErrors) summary.focus();
summary?.addEventListener("click", event => {
  const link = event.target.closest("a");
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  (field.closest(".rt-field") ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
});
