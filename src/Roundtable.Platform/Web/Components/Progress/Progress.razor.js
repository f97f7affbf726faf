// Shows how far it has come; when it is done the page is loaded anew.
for (const box of document.querySelectorAll("[data-rt-progress]")) {
  if (!box.dataset.rtProgress) continue;
  const [bar, said, heard, again] = ["progress", ".rt-progress__said", "[role=status]", ".rt-progress__again"].map(part => box.querySelector(part));
  const tenth = () => Math.floor(10 * bar.value / Math.max(bar.max, 1));
  again.hidden = true;
  const timer = setInterval(async () => {
    try {
      const answer = await fetch(box.dataset.rtProgress, { cache: "no-store" });
      if (!answer.ok) return;
      const now = await answer.json();
      const before = tenth();
      [bar.max, bar.value, said.textContent] = [now.of, now.have, now.said];
      if (tenth() !== before) heard.textContent = now.said;
      if (!now.isOver) return;
      clearInterval(timer);
      location.reload();
    } catch {
      // No network just now: asks again.
    }
  }, 2000);
}
