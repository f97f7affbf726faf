// Warns before the session ends and lets its reader stay. Asks the site first: another tab may have lengthened it.
const box = document.querySelector("[data-rt-session]");
const [text, stay, close] = ["[role=status]", "[data-rt-stay]", "[data-rt-close]"].map(part => box.querySelector(part));
const warning = 120;
let end = Date.now() + 1000 * Number(box.dataset.rtSession), timer, waved = false, isLast = false;

const left = () => Math.round((end - Date.now()) / 1000);

async function ask(method) {
  try {
    const answer = await fetch(box.dataset.rtRenew, { method, cache: "no-store" });
    if (answer.ok) end = Date.now() + 1000 * (await answer.json()).seconds;
    isLast ||= answer.ok && method === "POST" && left() <= warning;
  } catch {
    // No network just now: what is known stays.
  }
}

async function look() {
  clearTimeout(timer);
  if (left() <= warning) await ask("GET");
  const seconds = left();
  if (seconds > warning) {
    waved = false;
    box.close();
    timer = setTimeout(look, 1000 * (seconds - warning));
    return;
  }
  const isOver = seconds <= 0;
  const words = isOver ? "rtOver" : isLast ? "rtLast" : seconds > 60 ? "rtMinutes" : "rtMinute";
  if (text.textContent !== text.dataset[words]) text.textContent = text.dataset[words];
  stay.hidden = isOver || isLast;
  close.hidden = !stay.hidden;
  if (!box.open && (isOver || !waved)) box.showModal();
  if (!isOver) timer = setTimeout(look, 1000 * Math.min(15, seconds + 1));
}

stay.addEventListener("click", async () => {
  await ask("POST");
  await look();
});
close.addEventListener("click", () => {
  waved = true;
  box.close();
});
box.addEventListener("cancel", () => waved = true);
document.addEventListener("visibilitychange", () => document.hidden || look());
look();
