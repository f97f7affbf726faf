// Counts down part by part. The clock is read, not counted, so that a sleeping tab is right again when it wakes.
for (const box of document.querySelectorAll("[data-rt-timer]")) {
  const [now, what, left, said, go] = [".rt-timer__now", ".rt-timer__what", "[role=timer]", "[role=status]", "[data-act=go]"].map(part => box.querySelector(part));
  const items = [...box.querySelectorAll(".rt-timer__item")];
  const titleOf = item => item.querySelector(".rt-timer__title").textContent;
  let at = 0, remaining = items[0].dataset.minutes * 60_000, ends = null;

  const rest = () => ends === null ? remaining : ends - Date.now();
  const show = () => {
    const seconds = Math.max(0, Math.ceil(rest() / 1000));
    left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    what.textContent = titleOf(items[at]);
    items.forEach((item, i) => item.toggleAttribute("data-current", i === at));
    go.textContent = ends !== null ? go.dataset.pause : at === 0 && remaining === items[0].dataset.minutes * 60_000 ? go.dataset.go : go.dataset.on;
  };
  const move = () => {
    const running = ends !== null;
    if (at === items.length - 1) {
      [remaining, ends] = [0, null];
      said.textContent = box.dataset.over;
    } else {
      at++;
      remaining = items[at].dataset.minutes * 60_000;
      ends = running ? Date.now() + remaining : null;
      said.textContent = box.dataset.now.replace("{0}", titleOf(items[at])).replace("{1}", items[at].dataset.minutes);
    }
    show();
  };
  const acts = {
    go: () => { [remaining, ends] = ends === null ? [remaining, Date.now() + remaining] : [rest(), null]; show(); },
    more: () => { if (ends === null) remaining += 60_000; else ends += 60_000; show(); },
    next: move,
  };
  now.hidden = false;
  now.addEventListener("click", event => acts[event.target.dataset?.act]?.());
  setInterval(() => { if (ends !== null) { if (rest() <= 0) move(); else show(); } }, 250);
  show();
}
