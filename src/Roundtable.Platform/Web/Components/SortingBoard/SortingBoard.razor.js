// Dragging does what ticking and choosing do: it fills in the board's own form and sends it.
for (const board of document.querySelectorAll("[data-rt-sorting]")) {
  const form = board.closest("form");
  const into = form?.elements[board.dataset.rtSorting];
  const put = form?.querySelector("button[type=submit]");
  if (!into || !put) continue;
  const said = board.querySelector("[role=status]");
  const say = (text, ...names) => { said.textContent = names.reduce((t, name, i) => t.replace(`{${i}}`, name), text); };
  const ticks = [...board.querySelectorAll("[data-card] input")];
  const bins = [...board.querySelectorAll("[data-bin]")];
  let dragged = null;
  const leave = () => bins.forEach(bin => bin.classList.remove("rt-sorting__bin--over"));

  for (const card of board.querySelectorAll("[data-card]")) {
    card.draggable = true;
    card.addEventListener("dragstart", event => {
      const tick = card.querySelector("input");
      // A ticked card takes the others that are ticked along.
      dragged = tick.checked ? ticks.filter(t => t.checked) : [tick];
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", card.innerText);
      board.classList.add("rt-sorting--dragging");
      say(board.dataset.dragging, dragged.length);
    });
    card.addEventListener("dragend", () => {
      board.classList.remove("rt-sorting--dragging");
      leave();
      if (dragged) say(board.dataset.cancelled);
      dragged = null;
    });
  }

  for (const bin of bins) {
    bin.addEventListener("dragover", event => {
      if (!dragged) return;
      event.preventDefault();
      if (bin.classList.contains("rt-sorting__bin--over")) return;
      leave();
      bin.classList.add("rt-sorting__bin--over");
      say(board.dataset.over, bin.dataset.name);
    });
    bin.addEventListener("drop", event => {
      if (!dragged) return;
      event.preventDefault();
      for (const tick of ticks) tick.checked = dragged.includes(tick);
      into.value = bin.dataset.bin || "alone";
      say(board.dataset.dropped, bin.dataset.name);
      dragged = null;
      form.requestSubmit(put);
    });
  }
}
