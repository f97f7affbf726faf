for (const box of document.querySelectorAll("[data-rt-copy]")) {
  const [input, button, said] = ["input, textarea", "button", "[data-said]"].map(part => box.querySelector(part));
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(input.value);
    said.textContent = said.dataset.said;
  });
}
