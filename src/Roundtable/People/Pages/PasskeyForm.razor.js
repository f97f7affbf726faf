// Before the form is sent, the browser makes or finds a passkey; the form carries its answer. Nothing leaves but to this site.
for (const frame of document.querySelectorAll("[data-rt-passkey]")) {
  const form = frame.querySelector("form");
  const adds = frame.dataset.rtPasskey.startsWith("/profile/");
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON || !form) continue;
  frame.hidden = false;

  form.addEventListener("submit", async event => {
    event.preventDefault();
    const error = frame.querySelector("[data-rt-passkey-error]");
    error.textContent = "";
    try {
      const token = form.elements["__RequestVerificationToken"]?.value;
      const answer = await fetch(frame.dataset.rtPasskey, { method: "POST", headers: token ? { RequestVerificationToken: token } : {} });
      if (!answer.ok) throw new Error(`${answer.status}`);
      const { options, state } = await answer.json();
      const credential = adds
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      form.elements["Key.Credential"].value = JSON.stringify(credential);
      form.elements["Key.State"].value = state;
      if (!adds) form.elements["Key.Shared"].value = document.getElementsByName("Input.Shared")[0]?.checked ?? false;
      form.submit();
    } catch {
      error.textContent = frame.dataset.rtPasskeyFailed;
    }
  });
}
